import {cutText} from '../bytes/hidden-characters';
import type {GoldenEvent} from './golden-session';
import {nameEvent} from './golden-session';

/** A difference from the golden session. `at` counts from 1; for missing events, in the golden session. */
export type Difference = {call: string | null; name: string | null; at: number} & (
  | {kind: 'missing' | 'new'}
  /** A different number: how many were expected, and how many were sent. */
  | {kind: 'times'; before: number; after: number}
  /** A different position in the order. */
  | {kind: 'moved'; before: number}
  /** A value, as JSON text; null: there is none. */
  | {kind: 'changed'; pointer: string; before: string | null; after: string | null}
  /** The same value under another name. */
  | {kind: 'renamed'; pointer: string; to: string}
);

const SHOWN = 80;

/** A difference as a sentence. */
export function describeDifference(difference: Difference): string {
  const event = nameEvent(difference);
  switch (difference.kind) {
    case 'missing':
      return `${event} is missing.`;
    case 'new':
      return `${event} is new.`;
    case 'times':
      return `${event} was sent ${toTimes(difference.after)}, not ${toTimes(difference.before)}.`;
    case 'moved':
      return `${event} moved: it was number ${difference.before} and is now number ${difference.at}.`;
    case 'renamed':
      return `${event}: ${difference.pointer} is now named ${difference.to}.`;
    case 'changed':
      return `${event}: ${describeChange(difference)}`;
  }
}

function describeChange({
  pointer,
  before,
  after,
}: {
  pointer: string;
  before: string | null;
  after: string | null;
}) {
  const place = pointer === '' ? 'the event' : pointer;
  if (before === null) return `${place} is new: ${cut(after ?? '')}.`;
  if (after === null) return `${place} is missing; it was ${cut(before)}.`;
  return `${place} is ${cut(after)}; it was ${cut(before)}.`;
}

function toTimes(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function cut(text: string): string {
  return cutText(text, SHOWN);
}

/** The event that a difference is about. */
export function toSubject({call, name}: GoldenEvent, index: number) {
  return {call, name, at: index + 1};
}
