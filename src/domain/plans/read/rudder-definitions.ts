import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {getList, getObject, getText, getTexts} from './fields';
import type {PlanBuilder, Spot} from './plan-builder';
import type {PlanSource} from './plan-source';
import {toTypeSchema} from './property-table';

export interface Definition {
  value: JsonObject;
  spot: Spot;
}

/** The definitions in RudderStack's files besides plans, by reference. */
export interface Definitions {
  find(ref: string, spot: Spot): Definition | null;
}

const lists: Readonly<Record<string, {key: string; kind: string}>> = {
  events: {key: 'events', kind: 'event'},
  properties: {key: 'properties', kind: 'property'},
  'custom-types': {key: 'types', kind: 'custom-type'},
};

/** `#/events/<group>/<id>` of the older files, `#event:<id>` of the newer: only the ID matters, not the group. */
export function collectDefinitions(sources: readonly PlanSource[], builder: PlanBuilder): Definitions {
  const known = new Map<string, Definition>();
  for (const source of sources) {
    const file = isJsonObject(source.value) ? source.value : {};
    const list = lists[getText(file, 'kind') ?? ''];
    if (!list) continue;
    const group = getText(getObject(file, 'metadata'), 'name') ?? '';
    for (const [index, entry] of getList(getObject(file, 'spec'), list.key).entries()) {
      const id = isJsonObject(entry) ? getText(entry, 'id') : null;
      if (!isJsonObject(entry) || id === null) continue;
      const definition = {value: entry, spot: {source, pointer: `/spec/${list.key}/${index}`}};
      known.set(`${list.kind}:${id}`, definition);
      known.set(`${list.kind}:${group}/${id}`, definition);
    }
  }
  const missing = new Set<string>();
  return {
    find(ref, spot) {
      const found = known.get(toKey(ref)) ?? null;
      if (!found && !missing.has(ref)) {
        missing.add(ref);
        builder.addProblem('missing-reference', {ref}, spot);
      }
      return found;
    },
  };
}

function toKey(ref: string): string {
  const [, list = '', rest = ''] = /^#\/([a-z-]+)\/(.+)$/.exec(ref) ?? [];
  const kind = list === 'custom_types' ? 'custom-type' : lists[list]?.kind;
  return kind ? `${kind}:${rest}` : ref.slice(1);
}

function isReference(text: string): boolean {
  return /^#(?:\/|[a-z-]+:)/.test(text);
}

/** Rules may be circular through custom types; real plans have fewer levels. */
const MAX_NESTING = 20;

/** The schema of a defined property or custom type. */
function toDefinedSchema(
  definition: Definition,
  all: Definitions,
  builder: PlanBuilder,
  level = 0,
): JsonObject {
  const {value, spot} = definition;
  if (level > MAX_NESTING) return {};
  const schema: JsonObject = {...readTypes(value, spot, all, builder, level), ...readConfig(value)};
  const description = getText(value, 'description');
  if (description !== null) schema.description = description;
  const items = readItems(value, spot, all, builder, level);
  if (items) schema.items = items;
  return Array.isArray(value.properties) || Array.isArray(value.variants)
    ? {...schema, ...toObjectSchema(value, spot, all, builder, level + 1)}
    : schema;
}

function readTypes(
  value: JsonObject,
  spot: Spot,
  all: Definitions,
  builder: PlanBuilder,
  level: number,
): JsonObject {
  const words = Array.isArray(value.types)
    ? getTexts(value, 'types').join(',')
    : (getText(value, 'type') ?? '');
  return readTypeWords(words, getText(value, 'name') ?? '', spot, all, builder, level);
}

function readTypeWords(
  words: string,
  property: string,
  spot: Spot,
  all: Definitions,
  builder: PlanBuilder,
  level: number,
): JsonObject {
  if (isReference(words)) {
    const definition = all.find(words, spot);
    return definition ? toDefinedSchema(definition, all, builder, level + 1) : {};
  }
  const schema = toTypeSchema(words);
  if (!schema) builder.addProblem('unknown-value-type', {type: words, property}, spot);
  return schema ?? {};
}

const configKeywords = [
  'enum',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'multipleOf',
]
  .concat(['exclusiveMinimum', 'exclusiveMaximum', 'minItems', 'maxItems', 'uniqueItems'])
  .map((keyword) => [keyword, keyword.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] as const);

function getConfig(value: JsonObject): JsonObject {
  return {
    ...getObject(value, 'propConfig'),
    ...getObject(value, 'prop_config'),
    ...getObject(value, 'config'),
  };
}

function readConfig(value: JsonObject): JsonObject {
  const config = getConfig(value);
  const schema: JsonObject = {};
  for (const [keyword, snake] of configKeywords) {
    const found: JsonValue | undefined = config[keyword] ?? config[snake];
    if (found !== undefined && found !== null) schema[keyword] = found;
  }
  return schema;
}

function readItems(
  value: JsonObject,
  spot: Spot,
  all: Definitions,
  builder: PlanBuilder,
  level: number,
): JsonObject | null {
  const config = getConfig(value);
  const words = [
    ...getTexts(config, 'itemTypes'),
    ...getTexts(config, 'item_types'),
    ...getTexts(value, 'item_types'),
    ...[getText(value, 'item_type')].filter((word) => word !== null),
  ];
  if (words.length === 0) return null;
  const [first = ''] = words;
  const name = getText(value, 'name') ?? '';
  return readTypeWords(words.length === 1 ? first : words.join(','), name, spot, all, builder, level);
}

/** An object of referenced properties, with variants that depend on one of its properties. */
export function toObjectSchema(
  holder: JsonObject,
  spot: Spot,
  all: Definitions,
  builder: PlanBuilder,
  level = 0,
): JsonObject {
  const schema: JsonObject = {
    type: 'object',
    ...toMembers(getList(holder, 'properties'), spot, all, builder, level),
  };
  const variants = getList(holder, 'variants').flatMap((variant) =>
    isJsonObject(variant) ? toVariant(variant, spot, all, builder, level) : [],
  );
  if (variants.length > 0) schema.allOf = variants;
  return schema;
}

function toMembers(
  list: readonly JsonValue[],
  spot: Spot,
  all: Definitions,
  builder: PlanBuilder,
  level: number,
): JsonObject {
  const properties: [string, JsonValue][] = [];
  const required: string[] = [];
  for (const entry of list) {
    if (!isJsonObject(entry)) continue;
    const ref = getText(entry, '$ref') ?? getText(entry, 'property');
    const definition = ref === null ? null : all.find(ref, spot);
    const name = definition && getText(definition.value, 'name');
    if (!definition || !name) continue;
    const schema = toDefinedSchema(definition, all, builder, level + 1);
    const nested =
      Array.isArray(entry.properties) && level < MAX_NESTING
        ? toMembers(entry.properties, spot, all, builder, level + 1)
        : {};
    properties.push([name, {...schema, ...nested}]);
    if (entry.required === true) required.push(name);
  }
  return {properties: Object.fromEntries(properties), ...(required.length > 0 ? {required} : {})};
}

/** Cases by the value of one property, and the default if none of them applies. */
function toVariant(
  variant: JsonObject,
  spot: Spot,
  all: Definitions,
  builder: PlanBuilder,
  level: number,
): JsonObject[] {
  const ref = getText(variant, 'discriminator');
  const name =
    ref === null ? null : isReference(ref) ? getText(all.find(ref, spot)?.value ?? {}, 'name') : ref;
  if (name === null) return [];
  const toIf = (match: readonly JsonValue[]): JsonObject => ({
    properties: Object.fromEntries([[name, {enum: [...match]}]]),
    required: [name],
  });
  const cases = getList(variant, 'cases').filter(isJsonObject);
  const chosen = cases.map((entry) =>
    toCase(toIf(getList(entry, 'match')), toMembers(getList(entry, 'properties'), spot, all, builder, level)),
  );
  const fallback = getList(variant, 'default');
  if (fallback.length === 0) return chosen;
  const none = {not: toIf(cases.flatMap((entry) => getList(entry, 'match')))};
  return [...chosen, toCase(none, toMembers(fallback, spot, all, builder, level))];
}

/** Built from entries: an object literal with `then` would be treated as a promise. */
function toCase(condition: JsonObject, consequence: JsonObject): JsonObject {
  return Object.fromEntries([
    ['if', condition],
    ['then', consequence],
  ]);
}
