import {toIssue} from '../../verdict/to-issue';
import type {SessionRule} from './session-rule';

const DAY = 86_400_000;

/**
 * Finds a request whose events are all more than a day away from when it was sent. If only some events are, the clock
 * is not the cause.
 */
export function createClockRule(): SessionRule {
  return ({events, sentAt}, report) => {
    if (sentAt === null) return;
    let newest = Number.NEGATIVE_INFINITY;
    let oldest = Number.POSITIVE_INFINITY;
    let dated = 0;
    for (const {instant} of events) {
      if (instant === null) continue;
      dated++;
      newest = Math.max(newest, instant);
      oldest = Math.min(oldest, instant);
    }
    if (newest < oldest) return;
    const behind = sentAt - newest;
    const ahead = oldest - sentAt;
    if (behind <= DAY && ahead <= DAY) return;
    const isDeparture = events.every((event) => event.instant === null || event.isDeparture);
    const params = {
      events: dated,
      others: events.length - dated,
      behind: behind > DAY ? behind : -ahead,
      isDeparture,
    };
    report(toIssue('clock-off', {event: null, pointer: '', params}));
  };
}
