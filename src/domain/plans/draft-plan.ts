import {isJsonObject, type JsonObject, type JsonValue} from '../json/json-value';
import type {Sighting} from './coverage/sighting';
import {setOwn} from './validate/set-own';
import {toType} from './validate/to-type';

/** Limits for the values of an enum: few values, each seen more than once on average. */
const MAX_ENUM = 8;
const MAX_LEVELS = 10;

/** A first plan from captured events: JSON Schema 2020-12. */
export function draftPlan(title: string, events: readonly Sighting[]): JsonObject {
  return {$schema: SCHEMA, title, events: draftEvents(events)};
}

const SCHEMA = 'https://json-schema.org/draft/2020-12/schema';

/**
 * One schema per name of track calls. Types are those that were sent, a property is required if every event had it, a
 * few short words become an enum; a value that looks personal is never added to the plan.
 */
export function draftEvents(events: readonly Sighting[]): JsonObject {
  const byName = new Map<string, JsonObject[]>();
  for (const {type, name, properties} of events) {
    if (type !== 'track' || name === null) continue;
    const known = byName.get(name);
    if (known) known.push(properties);
    else byName.set(name, [properties]);
  }
  const schemas: JsonObject = {};
  for (const [name, samples] of byName) setOwn(schemas, name, draftObject(samples, 0));
  return schemas;
}

function draftObject(samples: readonly JsonObject[], level: number): JsonObject {
  const names = [...new Set(samples.flatMap((sample) => Object.keys(sample)))];
  const properties: JsonObject = {};
  for (const name of names) {
    const values = samples.flatMap((sample) => (Object.hasOwn(sample, name) ? [sample[name] ?? null] : []));
    setOwn(properties, name, draftSchema(name, values, level + 1));
  }
  const required = names.filter((name) => samples.every((sample) => Object.hasOwn(sample, name)));
  return {type: 'object', properties, ...(required.length > 0 ? {required} : {})};
}

function draftSchema(name: string, values: readonly JsonValue[], level: number): JsonObject {
  const types = new Set(values.map(toType));
  // An integer among fractions is a number.
  if (types.has('number')) types.delete('integer');
  const [only = 'null'] = types;
  const schema: JsonObject = {type: types.size === 1 ? only : [...types].sort()};
  if (level >= MAX_LEVELS) return schema;
  const objects = values.filter(isJsonObject);
  if (objects.length > 0) {
    const {properties = {}, required} = draftObject(objects, level);
    Object.assign(schema, {properties}, required === undefined ? {} : {required});
  }
  const items = values.flatMap((value) => (Array.isArray(value) ? value : []));
  if (items.length > 0) schema.items = draftSchema(name, items, level + 1);
  const words = types.size === 1 && only === 'string' ? toEnum(name, values) : null;
  return words ? {...schema, enum: words} : schema;
}

/** Names of properties with personal or secret values. */
const personal =
  /e-?mail|name|phone|mobile|address|street|city|zip|postal|birth|age|gender|user|account|customer|person|contact|ip|token|secret|password|key|session|id$|_id|uuid|lat|lon|location|query|search|text|message|comment|title/i;

/**
 * Short words in the style of identifiers: without capitals and spaces, since a person's name has no other
 * distinctive format.
 */
const plainWord = /^[a-z][a-z_-]{0,24}$/;

function toEnum(name: string, values: readonly JsonValue[]): string[] | null {
  if (personal.test(name)) return null;
  const words = values.filter((value) => typeof value === 'string');
  const distinct = [...new Set(words)];
  const isRepeated = words.length >= 2 * distinct.length && words.length >= 4;
  if (!isRepeated || distinct.length > MAX_ENUM) return null;
  return distinct.every((word) => plainWord.test(word)) ? distinct.sort() : null;
}
