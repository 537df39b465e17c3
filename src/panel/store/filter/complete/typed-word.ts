import {toSearchable} from '../../search/to-searchable';
import {isExact} from '../exact-value';
import {toField, WORD} from '../parse-filter';
import type {NamedField} from './filter-value';

/** The word of the filter line at the caret, and the part of it before the caret. */
export interface TypedWord {
  from: number;
  to: number;
  negated: boolean;
  /** Null: free text, which may become a field. */
  field: NamedField | null;
  /** In the form used for searching, without quotes. */
  text: string;
  /**
   * For `prop:plan=tr`: the property, in the form used for searching; null: its name is still being typed, or it is
   * another field.
   */
  property: string | null;
  /** For `user:=7`, which finds no longer value. */
  exact: boolean;
}

const PARTS = /^(-?)(?:([a-z]+):)?(.*)$/is;

export function readTypedWord(line: string, caret: number): TypedWord {
  const found = [...line.matchAll(WORD)].find(
    ({index, 0: whole}) => index < caret && caret <= index + whole.length,
  );
  const from = found?.index ?? caret;
  const to = from + (found?.[0].length ?? 0);
  const [, minus = '', name, rest = ''] = PARTS.exec(line.slice(from, caret)) ?? [];
  const field = toField(name) ?? null;
  const typed = toSearchable(
    (name !== undefined && field === null ? `${name}:${rest}` : rest).replaceAll('"', ''),
  );
  const exact = isExact({field: field ?? 'text', value: typed});
  const equals = field === 'prop' ? typed.indexOf('=') : -1;
  return {
    from,
    to,
    negated: minus !== '',
    field,
    text: typed.slice(exact ? 1 : equals + 1),
    property: equals < 0 ? null : typed.slice(0, equals),
    exact,
  };
}
