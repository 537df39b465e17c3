import {parsePointer} from '../../json/json-pointer';
import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {setOwn} from '../validate/set-own';
import {getObject} from './fields';

/**
 * A schema from a larger document, with its references copied to `definitions`, so that it can be used on its own.
 * Other references are unchanged.
 */
export function withDefinitions(schema: JsonObject, root: JsonObject): JsonObject {
  const found = new Map<string, {name: string; value: JsonValue}>();
  const copy = bringAlong(schema, {root, found, level: 0});
  if (!isJsonObject(copy) || found.size === 0) return schema;
  const definitions: JsonObject = {...getObject(copy, 'definitions')};
  for (const {name, value} of found.values()) setOwn(definitions, name, value);
  return {...copy, definitions};
}

/** Deeper than any schema that is checked, and far below a worker's stack limit. */
const MAX_LEVELS = 500;

interface Search {
  root: JsonObject;
  found: Map<string, {name: string; value: JsonValue}>;
  /** The depth of the value and of the references that led to it. */
  level: number;
}

function bringAlong(value: JsonValue, search: Search): JsonValue {
  if (search.level > MAX_LEVELS) return value;
  const inside = {...search, level: search.level + 1};
  if (Array.isArray(value)) return value.map((entry) => bringAlong(entry, inside));
  if (!isJsonObject(value)) return value;
  const copy: JsonObject = {};
  for (const [key, entry] of Object.entries(value)) {
    const isRef = key === '$ref' && typeof entry === 'string';
    setOwn(copy, key, isRef ? rename(entry, inside) : bringAlong(entry, inside));
  }
  return copy;
}

/** `#/$defs/Address/properties/zip` needs `#/$defs/Address`; `#/components/schemas/Address` works the same. */
function rename(ref: string, search: Search): string {
  const {root, found} = search;
  const tokens = ref.startsWith('#/') ? parsePointer(ref.slice(1)) : null;
  if (!tokens) return ref;
  const depth = tokens[0] === 'components' ? 3 : 2;
  const [last = ''] = tokens.slice(depth - 1, depth);
  const holder = tokens
    .slice(0, depth - 1)
    .reduce<JsonObject>((object, token) => getObject(object, token), root);
  const target = Object.hasOwn(holder, last) ? holder[last] : undefined;
  if (target === undefined) return ref;
  const key = tokens.slice(0, depth).join('/');
  if (!found.has(key)) {
    const name = key.replaceAll('/', '.');
    // Added before it is processed, since it may refer to itself.
    found.set(key, {name, value: true});
    found.set(key, {name, value: bringAlong(target, search)});
  }
  const rest = tokens.slice(depth).map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return `#/definitions/${encodeURIComponent(found.get(key)?.name ?? '')}${rest.join('')}`;
}
