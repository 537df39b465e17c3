import type {JsonObject} from '../../json/json-value';
import {type EventType, eventTypes} from '../wire-format';

/** Last parts of the paths that accept calls: each type in full and as a letter, and batches. */
export const callPaths = 'i g t p s a b identify group track page screen alias batch import'.split(' ');

/**
 * The last part of a path, in full or as one letter, determines which calls it accepts (Segment HTTP API; the browser
 * SDK's letters).
 */
const byPath: ReadonlyMap<string, EventType | 'batch'> = new Map([
  ...eventTypes.flatMap((type) => [[type, type] as const, [type.slice(0, 1), type] as const]),
  ...['b', 'batch', 'import'].map((word) => [word, 'batch'] as const),
]);

/** The call type that the path of an address accepts; null if it is not known, as with a proxy's own path. */
export function readPathType(url: string): EventType | 'batch' | null {
  const [, last = ''] = /^[^?#]*\/([^/?#]+)\/?(?:[?#]|$)/.exec(url) ?? [];
  return byPath.get(last) ?? null;
}

/**
 * The type of a call: its own field, or that of the path, since `/v1/group` accepts calls without `type`. Null:
 * neither is a documented type.
 */
export function readCallType({type}: JsonObject, url: string): EventType | null {
  if (typeof type === 'string' && type !== '') return toCallType(type);
  const path = readPathType(url);
  return path === 'batch' ? null : path;
}

/** A documented type, in any spelling. */
export function toCallType(word: string): EventType | null {
  const plain = word.trim().toLowerCase();
  return eventTypes.find((type) => type === plain) ?? null;
}
