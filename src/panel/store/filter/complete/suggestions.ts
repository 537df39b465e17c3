import {toSearchable} from '../../search/to-searchable';
import {filterWords, isWords} from '../filter-words';
import {filterFields, isValues} from '../parse-filter';
import {toExactWord, toFilterWord} from '../to-filter-word';
import type {FilterValue, NamedField, ValueQuestion} from './filter-value';
import type {TypedWord} from './typed-word';

/** A completion of the filter line. */
export interface Suggestion {
  word: string;
  /** What it finds, if the word alone does not say it. */
  hint: string | null;
  /** The number of events or requests in the log with it; null: a word whose value is still to be written. */
  count: number | null;
}

/** What free text searches, besides the filter words themselves. */
const ANY: readonly NamedField[] = ['event', 'code', 'rule', 'prop'];
const MANY = 12;
const FEW = 4;

/** The question about the log; null: there is none. */
export function toValueQuestion({field, text, property}: TypedWord): ValueQuestion | null {
  if (field === 'after' || field === 'before') return null;
  if (field !== null) return {fields: [field], text, property, limit: Math.max(MANY, isValues.length)};
  return text === '' ? null : {fields: ANY, text, property: null, limit: FEW};
}

/** Filter words first, then values of the log; not the text that is already typed. */
export function toSuggestions(typed: TypedWord, values: readonly FilterValue[]): readonly Suggestion[] {
  const isTyped = ({field, value}: FilterValue) =>
    field === typed.field && toSearchable(value) === typed.text;
  return [
    ...(typed.field === null ? suggestFields(typed.text) : []),
    ...suggestValues(
      typed,
      values.filter((value) => !isTyped(value)),
    ),
  ];
}

function suggestFields(text: string): Suggestion[] {
  return filterFields
    .filter((field) => field.startsWith(text))
    .map((field) => ({word: `${field}:`, hint: filterWords[field].finds, count: null}));
}

function suggestValues({property, exact}: TypedWord, values: readonly FilterValue[]): Suggestion[] {
  return values.flatMap(({field, value, count}) => {
    const word = exact ? toExactWord(field, value) : toWord(field, value, property);
    const state = isValues.find((known) => field === 'is' && known === value);
    const hint = state === undefined ? null : `requests and events ${isWords[state]}`;
    return word === null ? [] : [{word, hint, count}];
  });
}

/** Null: it cannot be found with a word, since a quotation mark ends a word in the filter line. */
function toWord(field: NamedField, value: string, property: string | null): string | null {
  if (field === 'event' && /["\r\n]/.test(value)) return toExactWord('name', value);
  if (field !== 'prop') return toFilterWord(field, value);
  const [name = '', ...cut] = (property ?? value).split('"');
  const [beginning = ''] = value.split('"');
  if (cut.length > 0 || beginning === '') return null;
  return toFilterWord(field, property === null ? name : `${name}=${beginning}`);
}

/** The line with the typed word replaced, and the new caret position after it. */
export function putWord(
  line: string,
  {from, to, negated}: TypedWord,
  word: string,
): {line: string; caret: number} {
  const before = `${line.slice(0, from)}${negated ? '-' : ''}${word}`;
  return {line: before + line.slice(to), caret: before.length};
}
