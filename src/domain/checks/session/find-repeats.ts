import {quote} from '../../verdict/describe-value';
import type {IssueFacts} from '../../verdict/to-issue';
import {toIssue} from '../../verdict/to-issue';
import {formatCount} from '../to-body-issue';
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
      report(tellDuplicate(event, `stands in the batch already, as event ${first + 1}`));
      return;
    }
    const ago = sentAt === null ? null : events.find(event.print, sentAt, event.isDated);
    if (ago !== null)
      report(
        tellDuplicate(event, `was sent ${describeGap(ago)} before in another request, ${explainGap(ago)}`),
      );
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
  const what =
    events.length === 1 ? 'The same event was' : `The same ${formatCount(events.length)} events were`;
  const why =
    gap >= SOONEST_RETRY
      ? 'this looks like a retry, which the vendor’s script makes with the same body after 1 s and 2 s when no answer came; if the first one arrived after all, the server has it twice'
      : 'too soon for the retry that the vendor’s script makes after 1 s, so the page itself sends twice; send each batch once';
  return toIssue('repeated-batch', {
    event: null,
    pointer: '',
    message: `${what} sent ${describeGap(gap)} before, in another request: ${why}.`,
  });
}

function tellDuplicate({index, name}: EventTrace, where: string) {
  const what = name === null ? 'The same event' : `The same ${quote(name)}`;
  const facts: IssueFacts = {
    event: index,
    pointer: '',
    message: `${what} ${where}, equal in every field; send each event once.`,
  };
  return toIssue('duplicate-event', facts);
}

/** The vendor's script puts the events of a failed batch back into its queue, where others join them. */
function explainGap(milliseconds: number): string {
  return milliseconds < SOONEST_RETRY
    ? 'too soon for a retry'
    : 'as clients do that put events back into their queue when no answer came';
}

function describeGap(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
