import {toSearchable} from '../search/to-searchable';

/** One word of the filter line. All words must match. */
export interface FilterTerm {
  field: FilterField;
  /** In the form used for searching, see `toSearchable`; as it is written if it begins with `=`, see `readExact`. */
  value: string;
  negated: boolean;
}

export type FilterField = (typeof filterFields)[number] | 'text';

export const filterFields = [
  'name',
  'event',
  'type',
  'user',
  'group',
  'prop',
  'is',
  'status',
  'url',
  'code',
  'plan',
  'rule',
  'page',
  'after',
  'before',
] as const;
export const isValues = [
  'error',
  'warning',
  'ok',
  'replay',
  'pinned',
  'imported',
  'worker',
  'unread',
  'failed',
] as const;

/** `-` negates, quotes keep spaces together: `-"a b"`, `name:"a b"`, `prop:plan="a b"`. */
export const WORD = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|((?<=prop:)[^\s"=]+="[^"]*"?|\S+))/gi;

/**
 * Reads `name:invite_sent user:766b is:error status:4xx -url:staging free text`. A word without a known field is
 * searched as text, including the colon, so that a pasted URL or time works.
 */
export function parseFilter(line: string): FilterTerm[] {
  const terms: FilterTerm[] = [];
  for (const [whole, minus = '', name, quoted, plain] of line.matchAll(WORD)) {
    // `name:` is not a complete word yet.
    if (plain?.endsWith(':') && toField(plain.slice(0, -1))) continue;
    const field = toField(name);
    const value = quoted ?? (field === 'prop' ? unquoteValue(plain) : plain) ?? '';
    const text = quoted !== undefined && name === undefined ? quoted : whole.slice(minus.length);
    const term = field ? {field, value} : {field: 'text' as const, value: text};
    // `name:=` is not complete either.
    if (term.value === '' || (field && plain === '=')) continue;
    terms.push({
      ...term,
      value: field && value[0] === '=' ? value : toSearchable(term.value),
      negated: minus !== '',
    });
  }
  return terms;
}

/** A last word whose quotation mark is not closed yet. */
const OPEN = /^-?(?:[a-z]+:|prop:[^\s"=]+=)?"[^"]*$/i;

/** The line to which a word can be appended: quotes that are still open would contain it. */
export function closeQuotes(line: string): string {
  const [last = ''] = [...line.matchAll(WORD)].at(-1) ?? [];
  return OPEN.test(last) ? `${line}"` : line;
}

/** `plan="a b"` is `plan=a b`. */
function unquoteValue(plain: string | undefined): string | undefined {
  return plain?.replace(/^([^"=]+=)"([^"]*)"?$/, '$1$2');
}

/** The field with this name, in any case; undefined: there is none. */
export function toField(name: string | undefined): (typeof filterFields)[number] | undefined {
  return filterFields.find((known) => known === name?.toLowerCase());
}
