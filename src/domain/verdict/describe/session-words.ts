import {quote, showValue} from '../describe-value';
import {countOf, formatCount} from '../format-count';
import type {Describe} from './wording';

const DAY = 86_400_000;

export const sessionWords = {
  'duplicate-event': ({
    name,
    repeats,
  }: {
    name: string | null;
    repeats: {event: number} | {ago: number; isRetry: boolean};
  }) => ({
    message: `The same ${name === null ? 'event' : quote(name)} ${
      'event' in repeats
        ? `is already in this batch, as event ${repeats.event + 1}`
        : `was sent ${describeGap(repeats.ago)} before in another request, ${repeats.isRetry ? 'which happens when a client puts events back into its queue after it got no response' : 'which is too soon for a retry'}`
    }. All fields are equal. Send each event once.`,
  }),
  'repeated-batch': ({events, gap, isRetry}: {events: number; gap: number; isRetry: boolean}) => ({
    message: `The same ${events === 1 ? 'event was' : `${formatCount(events)} events were`} sent ${describeGap(gap)} before in another request. ${
      isRetry
        ? 'This looks like a retry: the vendor’s script sends the same body again after 1 s and 2 s if it gets no response. If the first one arrived, its events count twice.'
        : 'This is too soon for a retry of the vendor’s script (1 s), so the page itself sends twice. Send each batch once.'
    }`,
  }),
  'duplicate-message-id': ({name}: {name: string | null}) => ({
    message: `${name === null ? 'The call' : quote(name)} has the messageId of another call, so one of them is dropped as a duplicate. Give each call its own ID.`,
    expected: 'a unique ID',
  }),
  'user-switch': ({from, to}: {from: string; to: string}) => ({
    message: `The user changes from ${showValue(from)} to ${showValue(to)} within the batch. Unless one user logged out and another logged in, one ID is out of date. Send queued events before the user changes.`,
    expected: showValue(from),
    found: showValue(to),
  }),
  'clock-off': ({
    events,
    others,
    behind,
    isDeparture,
  }: {
    events: number;
    others: number;
    behind: number;
    isDeparture: boolean;
  }) => ({
    message: isDeparture ? describeDeparture(behind) : describeAge(events, others, behind),
  }),
  'unknown-group': ({group}: {group: string}) => ({
    message: `context.groupId is ${showValue(group)}, but no group call for it was captured. Call group() with its traits first.`,
    expected: 'a group that a group call introduced',
    found: showValue(group),
  }),
} as const satisfies Record<string, Describe>;

function describeGap(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function describeDays(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  return days === 1 ? 'more than a day' : `${formatCount(days)} days`;
}

function describeDeparture(behind: number): string {
  return behind > 0
    ? `sentAt is ${describeDays(behind)} before the request was sent. The sender’s clock is wrong, or sentAt is from an earlier attempt.`
    : `sentAt is ${describeDays(-behind)} after the request was sent. The sender’s clock is wrong.`;
}

/** `others`: events of the batch whose time is not known. */
function describeAge(events: number, others: number, behind: number): string {
  const which = others === 0 ? '' : ' with a time';
  return `${events === 1 ? `The event${which} is` : `All ${countOf(events, 'event')}${which} are`} ${
    behind > 0
      ? `${describeDays(behind)} older than the request. The sender’s clock is wrong, or they waited in a queue`
      : `dated ${describeDays(-behind)} after the request. The sender’s clock is wrong`
  }.`;
}
