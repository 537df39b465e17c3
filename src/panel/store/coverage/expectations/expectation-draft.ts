import {formatPointer} from '../../../../domain/json/json-pointer';
import type {ExpectationFacts} from '../../../../domain/plans/expectations/expectation';

/** Each phrase follows the event, and precedes further values. */
export const expectationPhrases = {
  exactly: 'is sent exactly',
  'at-least': 'is sent at least',
  'at-most': 'is sent at most',
  never: 'is never sent',
  before: 'comes before each',
  within: 'is followed by',
  present: 'always has the property',
  equal: 'always has the property and value',
} as const;

export type ExpectationPhrase = keyof typeof expectationPhrases;

export function isPhrase(text: string): text is ExpectationPhrase {
  return Object.hasOwn(expectationPhrases, text);
}

/** An expectation that the user is adding: the values of the form. */
export interface ExpectationDraft {
  event: string;
  phrase: ExpectationPhrase;
  count: string;
  /** The other event, of `before` and `within`. */
  other: string;
  seconds: string;
  /** The name of a property, or a JSON Pointer to a nested one. */
  property: string;
  /** JSON of a text, number, boolean or null; anything else is used as text. */
  value: string;
  pages: string;
}

export function aDraft(facts: Partial<ExpectationDraft>): ExpectationDraft {
  return {
    event: '',
    phrase: 'exactly',
    count: '1',
    other: '',
    seconds: '5',
    property: '',
    value: '',
    pages: '',
    ...facts,
  };
}

/** The expectation of all fields, or a sentence about the first field that is invalid. */
export function readDraft(
  draft: ExpectationDraft,
): {ok: true; facts: ExpectationFacts} | {ok: false; fault: string} {
  const {event, phrase} = draft;
  const pages = draft.pages.trim() === '' ? null : draft.pages.trim();
  if (event === '') return fail('Choose an event.');
  switch (phrase) {
    case 'exactly':
    case 'at-least':
    case 'at-most': {
      const count = Number(draft.count);
      if (draft.count.trim() === '' || !Number.isInteger(count) || count < 0 || count > 1_000_000) {
        return fail('The number of times must be a whole number from 0 to 1,000,000.');
      }
      return {ok: true, facts: {kind: 'count', event, bound: phrase, count, pages}};
    }
    case 'never':
      return {ok: true, facts: {kind: 'never', event, pages}};
    case 'before':
    case 'within':
      return readOrder(draft, phrase, pages);
    case 'present':
    case 'equal': {
      const property = draft.property.trim();
      if (property === '') return fail('Enter the name of a property.');
      const pointer = property.startsWith('/') ? property : formatPointer([property]);
      const equals = phrase === 'equal' ? {equals: toValue(draft.value)} : {};
      return {ok: true, facts: {kind: 'property', event, property: pointer, ...equals, pages}};
    }
  }
}

function readOrder(
  {event: first, other: next, seconds}: ExpectationDraft,
  kind: 'before' | 'within',
  pages: string | null,
): ReturnType<typeof readDraft> {
  if (next === '') return fail('Choose the other event.');
  if (next === first) return fail('Choose two different events.');
  if (kind === 'before') return {ok: true, facts: {kind, first, next, pages}};
  const milliseconds = Math.round(Number(seconds) * 1000);
  if (!(milliseconds >= 1 && milliseconds <= 86_400_000)) {
    return fail('The number of seconds must be greater than 0 and at most 86,400.');
  }
  return {ok: true, facts: {kind, first, next, milliseconds, pages}};
}

function fail(fault: string): {ok: false; fault: string} {
  return {ok: false, fault};
}

type Scalar = string | number | boolean | null;

function toValue(text: string): Scalar {
  try {
    const value: unknown = JSON.parse(text);
    return isScalar(value) ? value : text;
  } catch {
    return text;
  }
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
