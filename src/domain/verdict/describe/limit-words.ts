import {formatCount} from '../format-count';
import type {Describe} from './wording';

export interface Limit {
  safe: number;
  hard: number;
  documented: string;
}

export const limitWords = {
  'oversized-batch': ({events, limit}: {events: number; limit: number}) => ({
    message: `The batch has ${formatCount(events)} events, ${formatCount(events - limit)} more than the limit of ${formatCount(limit)}. Split it.`,
    expected: `at most ${formatCount(limit)} events`,
    found: `${formatCount(events)} events`,
  }),
  'oversized-call': (size: {bytes: number; limit: Limit}) =>
    describeSize('The call', 'Send less data in it', size),
  'oversized-body': (size: {bytes: number; limit: Limit}) =>
    describeSize('The body', 'Split the batch', size),
} as const satisfies Record<string, Describe>;

function describeSize(what: string, remedy: string, {bytes, limit}: {bytes: number; limit: Limit}) {
  const {safe, hard, documented} = limit;
  const taken = `${what} is ${formatCount(bytes)} bytes`;
  return {
    message:
      bytes > hard
        ? `${taken}, more than the limit of ${documented} (${formatCount(hard)} bytes). ${remedy}.`
        : `${taken}, more than ${formatCount(safe)}, which is one meaning of the limit of ${documented}. ${remedy} to be safe.`,
    expected: `at most ${formatCount(safe)} bytes`,
    found: `${formatCount(bytes)} bytes`,
  };
}
