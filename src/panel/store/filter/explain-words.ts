import {filterFields, isValues} from './parse-filter';

/** Addresses and times contain a colon too, but are meant as text. */
const WORD = /(?:^|\s)-?([a-z]+):([^\s"/][^\s"]*)/gi;

/** Names parts of the filter line that look like a filter word but are not; null if there are none. */
export function explainWords(line: string): string | null {
  for (const [, name = '', value = ''] of line.matchAll(WORD)) {
    const field = filterFields.find((known) => known === name.toLowerCase());
    if (field === undefined) {
      return `“${name}:” is not a filter word, so “${name}:${value}” is searched as text. Filter words are ${list(filterFields)}.`;
    }
    if (field === 'is' && !isValues.some((known) => known === value.toLowerCase().replace(/s$/, ''))) {
      return `“is:${value}” is not a filter word. After “is:” you can write ${list(isValues)}.`;
    }
  }
  return null;
}

function list(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
