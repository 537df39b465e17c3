import type {FilterTerm} from './parse-filter';

/** Fields of which `=` asks for the whole value. */
const exactFields: ReadonlySet<string> = new Set(['name', 'type', 'user', 'group', 'url', 'page']);

/**
 * A value of the filter line that finds no longer value: `=766b`, with escapes as in JSON, since quotes can contain
 * neither a quotation mark nor a line break.
 */
export function writeExact(value: string): string {
  return `=${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '\\u0022')}`;
}

/** The value that must be equal; null: the term finds a part of it, too. */
export function readExact({field, value}: Pick<FilterTerm, 'field' | 'value'>): string | null {
  if (!isExact({field, value})) return null;
  try {
    return JSON.parse(`"${value.slice(1)}"`);
  } catch {
    // A backslash that was typed as such.
    return value.slice(1);
  }
}

export function isExact({field, value}: Pick<FilterTerm, 'field' | 'value'>): boolean {
  return value.startsWith('=') && exactFields.has(field);
}
