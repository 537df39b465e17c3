import {filterFields, isValues, toField, WORD} from './parse-filter';
import {readTime} from './time-words';

/** Names parts of the filter line that look like a filter word but are not; null if there are none. */
export function explainWords(line: string): string | null {
  for (const [, , name, quoted, plain] of line.matchAll(WORD)) {
    const value = quoted ?? plain ?? '';
    // Addresses and times contain a colon too, but are meant as text.
    if (name === undefined || value === '' || plain?.startsWith('/')) continue;
    const field = toField(name);
    if (field === undefined) {
      return `“${name}:” is not a filter word, so “${name}:${value}” is searched as text. Filter words are ${list(filterFields)}.`;
    }
    const wrong = explainValue(field, value.toLowerCase());
    if (wrong !== null) return `“${field}:${value}” ${wrong}`;
  }
  return null;
}

function explainValue(field: (typeof filterFields)[number], value: string): string | null {
  if (field === 'is' && ![...isValues, 'errors', 'warnings'].includes(value))
    return `is not a filter word. After “is:” you can write ${list(isValues)}.`;
  if (field === 'status' && !isStatus(value))
    return 'is not a status. You can write 400, 4xx, pending, failed or unknown.';
  if ((field === 'after' || field === 'before') && readTime(value) === null)
    return `is not a time. Write it like ${field}:2026-11-22T15:51.`;
  return null;
}

/** A status may be a part of one. */
function isStatus(value: string): boolean {
  return (
    /^\d(?:\d{0,2}|xx)$/.test(value) ||
    ['pending', 'queued', 'failed', 'unknown'].some((state) => state.startsWith(value))
  );
}

function list(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
