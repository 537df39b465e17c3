import type {RuleParams} from '../../verdict/describe/words';
import {toIssue} from '../../verdict/to-issue';
import type {ReportIssue, SessionRule} from './session-rule';
import type {EventTrace, SessionTrace} from './session-trace';

/** Events without time or id are alike by chance unless they come this close (ms). */
const AT_ONCE = 1000;
/** What is dated is compared for this long: three attempts of a client, and some patience with the server (ms). */
const REMEMBERED = 60_000;
/** The vendor's script waits 1 s before its second attempt (ms, with some tolerance of timers). */
const SOONEST_RETRY = 900;

interface Sent {
  print: number;
  sentAt: number;
}

/**
 * Finds events that were sent before: in the same batch, or a moment ago. A request that repeats another as a whole is
 * one finding. Each event is remembered for a minute.
 */
export function createRepeatRule(): SessionRule {
  const bodies = createMemory();
  const events = createMemory();
  return (trace, report) => {
    const {sentAt} = trace;
    const isDated = trace.events.every((event) => event.isDated);
    const gap = sentAt === null ? null : bodies.find(trace.print, sentAt, isDated);
    if (gap !== null) report(tellRepeatedBatch(trace, gap));
    const seen = new Map<number, number>();
    for (const event of trace.events) {
      const first = seen.get(event.print);
      if (first === undefined) seen.set(event.print, event.index);
      if (gap === null) checkEvent(event, first, sentAt, report);
    }
    if (sentAt === null) return;
    bodies.add({print: trace.print, sentAt});
    for (const print of seen.keys()) events.add({print, sentAt});
  };

  function checkEvent(
    event: EventTrace,
    first: number | undefined,
    sentAt: number | null,
    report: ReportIssue,
  ): void {
    if (first !== undefined) {
      report(tellDuplicate(event, {event: first}));
      return;
    }
    const ago = sentAt === null ? null : events.find(event.print, sentAt, event.isDated);
    if (ago !== null) report(tellDuplicate(event, {ago, isRetry: ago >= SOONEST_RETRY}));
  }
}

interface Memory {
  /** How long ago it was sent, in ms; null: not at all, or too long ago to say so. */
  find(print: number, now: number, isDated: boolean): number | null;
  add(sent: Sent): void;
}

/** Once a minute forgets what is older than that, so that a long day costs no more than a short one. */
function createMemory(): Memory {
  const latest = new Map<number, number>();
  let swept = 0;
  return {
    find(print, now, isDated) {
      const before = latest.get(print);
      if (before === undefined) return null;
      const gap = Math.abs(now - before);
      return gap <= (isDated ? REMEMBERED : AT_ONCE) ? gap : null;
    },
    add({print, sentAt}) {
      latest.set(print, sentAt);
      if (Math.abs(sentAt - swept) <= REMEMBERED) return;
      swept = sentAt;
      for (const [old, time] of latest) if (sentAt - time > REMEMBERED) latest.delete(old);
    },
  };
}

function tellRepeatedBatch({events}: SessionTrace, gap: number) {
  const params = {events: events.length, gap, isRetry: gap >= SOONEST_RETRY};
  return toIssue('repeated-batch', {event: null, pointer: '', params});
}

function tellDuplicate({index, name}: EventTrace, repeats: RuleParams['duplicate-event']['repeats']) {
  return toIssue('duplicate-event', {event: index, pointer: '', params: {name, repeats}});
}
