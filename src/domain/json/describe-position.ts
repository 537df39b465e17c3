import type {TextPosition} from './to-line-column';

/** A place in a text, in words. */
export function describePosition({line, column}: Pick<TextPosition, 'line' | 'column'>): string {
  return `line ${line}, column ${column}`;
}
