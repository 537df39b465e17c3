import {type TextPosition, toLineColumn} from '../to-line-column';
import {classifyError} from './classify-error';
import {type Awaited, findFault} from './find-fault';
import type {JsonErrorCause} from './json-error-cause';

/** Where a text stops being JSON and why. `offset` and `length` count UTF-16 units and cover the fault. */
export interface JsonTextError extends TextPosition {
  length: number;
  cause: JsonErrorCause;
  /** The text found there, shortened; '' at the end of the text. */
  found: string;
  /** What the grammar allows there, as text: "a comma or ]". */
  expected: string;
}

const EXPECTED: Record<Awaited, string> = {
  document: 'a JSON value',
  end: 'the end of the text',
  'first-element': 'a JSON value or ]',
  element: 'a JSON value',
  'array-comma': 'a comma or ]',
  'first-key': 'a key in double quotes or }',
  key: 'a key in double quotes',
  colon: 'a colon',
  'member-value': 'a JSON value',
  'object-comma': 'a comma or }',
  string: 'a closing double quote, or an escape such as \\n for a control character',
  escape: 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u and four hexadecimal digits',
};

/**
 * The first fault according to the grammar of RFC 8259; null exactly if JSON.parse accepts the text. Supports any
 * nesting depth.
 */
export function findFirstError(text: string): JsonTextError | null {
  const fault = findFault(text);
  if (!fault) return null;
  const {offset, length, cause} = classifyError(text, fault);
  const found = shorten(text.slice(offset, offset + length));
  return {...toLineColumn(text, offset), length, cause, found, expected: EXPECTED[fault.awaited]};
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
