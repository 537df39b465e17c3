import {cutText} from '../bytes/hidden-characters';
import {SentNumber} from './sent-number';

const SHOWN = 60;

/** A value as words and literal, shortened: for messages and the column "found". Never iterates over the value. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') return value === '' ? 'an empty string' : quote(value);
  if (typeof value === 'number') return `the number ${value}`;
  if (value instanceof SentNumber) return `the number ${cutText(value.digits, SHOWN)}`;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${value.length}`;
  return 'an object';
}

/** As in JSON, shortened; '' for nothing. */
export function showValue(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return quote(value);
  if (value instanceof SentNumber) return cutText(value.digits, SHOWN);
  if (Array.isArray(value)) return `[… ${value.length}]`;
  return typeof value === 'object' && value !== null ? '{…}' : String(value);
}

/** In quotation marks, with control characters and lone surrogates escaped, shortened to about sixty characters. */
export function quote(text: string): string {
  return JSON.stringify(cutText(text, SHOWN));
}
