import type {RuleParams} from '../../verdict/describe/words';
import {toIssue} from '../../verdict/to-issue';
import type {ReportIssue, SessionRule} from './session-rule';
import type {EventTrace, SessionTrace} from './session-trace';

/** Events without time or ID may be alike by chance unless they are this close (ms). */
const AT_ONCE = 1000;
/** Events with a time are compared for this long: three attempts of a client, plus time to wait for the server (ms). */
const REMEMBERED = 60_000;
/** The vendor's script waits 1 s before its second attempt (ms, with some timer tolerance). */
const SOONEST_RETRY = 900;

interface Sent {
  print: number;
  sentAt: number;
}

/**
 * Finds events that were already sent: in the same batch, or a moment ago. A request that repeats a whole other
 * request is one issue. Each event is remembered for a minute.
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
  /** How long ago it was sent, in ms; null: never, or too long ago to count. */
  find(print: number, now: number, isDated: boolean): number | null;
  add(sent: Sent): void;
}

/** Removes entries older than a minute once a minute, so that a long session does not get slower. */
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
