import {cutText, replaceHidden, toEscape} from '../../../../domain/bytes/hidden-characters';
import {isJsonObject, type JsonValue} from '../../../../domain/json/json-value';
import {shorten} from '../../format/shorten';

export interface Preview {
  text: string;
  kind: 'string' | 'number' | 'atom' | 'branch';
  isCut: boolean;
}

const MAX_TEXT = 400;
/** The limit even for a completely shown text: the request tab shows bodies of any size. */
export const MAX_WHOLE = 100_000;

/** A value on one line: scalars as JSON writes them, objects and arrays by their first members. */
export function toPreview(value: JsonValue, expanded: boolean, whole: boolean): Preview {
  if (typeof value === 'string') {
    const max = whole ? MAX_WHOLE : MAX_TEXT;
    return {
      text: quote(value, max),
      kind: 'string',
      isCut: value.length > max,
    };
  }
  if (typeof value === 'number') return {text: String(value), kind: 'number', isCut: false};
  if (typeof value !== 'object' || value === null) return {text: String(value), kind: 'atom', isCut: false};
  const text = Array.isArray(value) ? toArrayPreview(value) : toObjectPreview(value, expanded);
  return {text, kind: 'branch', isCut: false};
}

function toArrayPreview(value: JsonValue[]): string {
  return value.length === 0 ? '[]' : `[${value.length}]`;
}

function toObjectPreview(value: Record<string, JsonValue>, expanded: boolean): string {
  const names = Object.keys(value);
  if (names.length === 0) return '{}';
  if (expanded) return '';
  const members = names.slice(0, 3).map((name) => `${shorten(name, 24)}: ${toBrief(value[name])}`);
  return `{${members.join(', ')}${names.length > 3 ? ', …' : ''}}`;
}

function toBrief(value: JsonValue | undefined): string {
  if (typeof value === 'string') return quote(value, 24);
  if (Array.isArray(value)) return '[…]';
  return isJsonObject(value) ? '{…}' : String(value);
}

/** As in JSON, with characters that JSON leaves invisible escaped in the same way. */
function quote(text: string, max: number): string {
  return replaceHidden(JSON.stringify(cutText(text, max)), toEscape);
}
