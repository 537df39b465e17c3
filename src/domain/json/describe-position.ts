import type {TextPosition} from './to-line-column';

/** A position in a text, as text. */
export function describePosition({line, column}: Pick<TextPosition, 'line' | 'column'>): string {
  return `line ${line}, column ${column}`;
}
