import {toIssue} from '../../verdict/to-issue';
import {formatCount} from '../to-body-issue';
import type {SessionRule} from './session-rule';

const DAY = 86_400_000;

/**
 * Finds a request whose events are all more than a day away from when it left. One event among timely ones is a matter
 * of that event, not of a clock.
 */
export function createClockRule(): SessionRule {
  return ({events, sentAt}, report) => {
    if (sentAt === null) return;
    let newest = Number.NEGATIVE_INFINITY;
    let oldest = Number.POSITIVE_INFINITY;
    for (const {instant} of events) {
      if (instant === null) continue;
      newest = Math.max(newest, instant);
      oldest = Math.min(oldest, instant);
    }
    if (newest < oldest) return;
    const behind = sentAt - newest;
    const ahead = oldest - sentAt;
    if (behind <= DAY && ahead <= DAY) return;
    const what = events.length === 1 ? 'The event is' : `All ${formatCount(events.length)} events are`;
    const how =
      behind > DAY
        ? `${describe(behind)} older than the request; the sender's clock is off, or they waited in a queue`
        : `dated ${describe(ahead)} after the request; the sender's clock is off`;
    report(
      toIssue('clock-off', {
        event: null,
        pointer: '',
        message: `${what} ${how}: set the clock, or date events when they happen.`,
      }),
    );
  };
}

function describe(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  return days === 1 ? 'more than a day' : `${formatCount(days)} days`;
}
