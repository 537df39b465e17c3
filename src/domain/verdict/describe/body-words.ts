import {describeValue, showValue} from '../describe-value';
import {formatCount} from '../format-count';
import type {Describe} from './wording';

/** Descriptions of bodies that do not contain an event. */
export type OtherBody =
  | {kind: 'graphql' | 'graphql-batch' | 'empty-object' | 'no-event-field' | 'no-call-field'}
  | {kind: 'wrapper'; field: string};

const otherBodies: Record<OtherBody['kind'], string> = {
  graphql: 'a GraphQL operation',
  'graphql-batch': 'a batch of GraphQL operations',
  'empty-object': 'an empty object',
  'no-event-field': 'an object without any field of an event',
  'no-call-field': 'an object without any field of a call',
  wrapper: 'an object that wraps the list',
};

export const bodyWords = {
  'bare-object': () => ({
    message: 'The body is a single event. Wrap it in an array.',
    expected: 'an array of events',
    found: 'an object',
  }),
  'not-an-event': ({other, expected}: {other: OtherBody; expected: string}) => {
    const found =
      other.kind === 'wrapper' ? `an object with the list in "${other.field}"` : otherBodies[other.kind];
    return {message: `The body is ${found}. If it should be tracked, send ${expected}.`, expected, found};
  },
  'body-not-array': ({value, expected}: {value: unknown; expected: string}) => ({
    message: `The body is ${describeValue(value)}. Send ${expected}.`,
    expected,
    found: showValue(value),
  }),
  'empty-batch': ({entry}: {entry: 'event' | 'call'}) => ({
    message: `The batch is empty. Send at least one ${entry}, or do not send the request.`,
    expected: `at least one ${entry}`,
    found: '[]',
  }),
  'entry-not-object': ({index, value}: {index: number; value: unknown}) => ({
    message: `Entry ${index + 1} of the batch is ${describeValue(value)}. Remove it or send an object.`,
    expected: 'an event (an object)',
    found: showValue(value),
  }),
  'checks-stopped': ({checked, count}: {checked: number; count: number}) => ({
    message:
      checked === 0
        ? 'The first event has too many issues, so it was not checked to its end.'
        : `Only the first ${formatCount(checked)} of ${formatCount(count)} events were checked to their end. Split the batch to check all of them.`,
  }),
} as const satisfies Record<string, Describe>;
