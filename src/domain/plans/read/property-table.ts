import {isJsonObject, type JsonObject} from '../../json/json-value';
import {setOwn} from '../validate/set-own';

/** A property in a row of a table. */
export interface TableProperty {
  /** Names from outside to inside; '$' stands for the items of a list. */
  path: readonly string[];
  schema: JsonObject;
  isRequired: boolean;
}

/** The schema of an object with these properties; for a nested property, its objects and lists are created. */
export function buildObjectSchema(properties: readonly TableProperty[]): JsonObject {
  const root: JsonObject = {type: 'object'};
  const required = new Map<JsonObject, Set<string>>();
  for (const {path, schema, isRequired} of properties) {
    const holder = path.slice(0, -1).reduce(enter, root);
    const last = path.at(-1) ?? '';
    Object.assign(enter(holder, last), schema);
    if (!isRequired || last === '$') continue;
    const names = required.get(holder);
    if (names) names.add(last);
    else required.set(holder, new Set([last]));
  }
  for (const [holder, names] of required) holder.required = [...names];
  return root;
}

function enter(holder: JsonObject, name: string): JsonObject {
  if (name === '$') {
    holder.type ??= 'array';
    if (!isJsonObject(holder.items)) holder.items = {};
    return holder.items;
  }
  holder.type ??= 'object';
  if (!isJsonObject(holder.properties)) holder.properties = {};
  const known = Object.hasOwn(holder.properties, name) ? holder.properties[name] : undefined;
  if (isJsonObject(known)) return known;
  const made: JsonObject = {};
  setOwn(holder.properties, name, made);
  return made;
}

const types: ReadonlyMap<string, JsonObject> = new Map<string, JsonObject>([
  ...(['array', 'object', 'boolean', 'integer', 'number', 'string', 'null'] as const).map(
    (type): [string, JsonObject] => [type, {type}],
  ),
  ['', {}],
  ['any', {}],
  ['bool', {type: 'boolean'}],
  ['int', {type: 'integer'}],
  ['long', {type: 'integer'}],
  ['float', {type: 'number'}],
  ['numeric', {type: 'number'}],
  ['list', {type: 'array'}],
  ['enum', {type: 'string'}],
  ['date time', {type: 'string', format: 'date-time'}],
  ['datetime', {type: 'string', format: 'date-time'}],
  ['date-time', {type: 'string', format: 'date-time'}],
]);

/** The schema of a type in a table, `string,null` for alternatives; null for an unknown type. */
export function toTypeSchema(words: string): JsonObject | null {
  const parts = words.split(/[,|]/).map((word) => types.get(word.trim().toLowerCase()));
  if (parts.length === 1) return parts[0] ? {...parts[0]} : null;
  const chosen = parts.flatMap((part) => (part && typeof part.type === 'string' ? [part.type] : []));
  return chosen.length === parts.length ? {...Object.assign({}, ...parts), type: chosen} : null;
}
