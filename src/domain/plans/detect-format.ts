import {isJsonObject, type JsonObject, type JsonValue} from '../json/json-value';
import {getList, getObject, getText} from './read/fields';
import type {PlanFormat} from './tracking-plan';
import {annotations, keywords, schemaTypes} from './validate/keyword-shapes';

export type TextKind = 'json' | 'ndjson' | 'csv' | 'yaml';

/** The kind of text in a file, by its beginning; the plan format is determined later. */
export function detectTextKind(text: string): TextKind {
  const bare = text.replace(/^\uFEFF/, '').trimStart();
  const [first = ''] = bare.split(/\r\n|\n|\r/, 1);
  if (bare.startsWith('{') || bare.startsWith('[')) return isLineOfJson(first, bare) ? 'ndjson' : 'json';
  return detectTable(first.split(/[,;\t]/).map((cell) => cell.replaceAll('"', '').trim())) ? 'csv' : 'yaml';
}

function isLineOfJson(first: string, text: string): boolean {
  if (!first.trimEnd().endsWith('}') || text.trimEnd().length === first.trimEnd().length) return false;
  try {
    return isJsonObject(JSON.parse(first));
  } catch {
    // A first line that is not a complete value begins a value of several lines.
    return false;
  }
}

/** Tables are recognised by their columns, in any order; null for a table of another kind. */
export function detectTable(header: readonly string[]): PlanFormat | null {
  const names = new Set(header.map((name) => name.toLowerCase()));
  if (names.has('object type') || names.has('event property name')) return 'amplitude-csv';
  if (names.has('property data type') || (names.has('event type') && names.has('property name')))
    return 'segment-csv';
  return names.has('event name') && names.has('property name') ? 'avo-csv' : null;
}

/** The format of a parsed file, for both JSON and YAML; null if it is not supported. */
export function detectFormat(value: JsonValue): PlanFormat | null {
  if (Array.isArray(value)) return value.length > 0 && value.every(isIglu) ? 'iglu' : null;
  if (!isJsonObject(value)) return null;
  const inner = getObject(value, 'data');
  const plan = Array.isArray(inner.rules) || isJsonObject(inner.rules) ? inner : value;
  const unwrapped = isJsonObject(inner.trackingPlan) ? inner.trackingPlan : plan;
  return detectRules(unwrapped) ?? detectList(value) ?? detectSchemas(value);
}

function detectRules(plan: JsonObject): PlanFormat | null {
  if (Array.isArray(plan.rules)) {
    const rules = plan.rules.filter(isJsonObject);
    if (rules.some((rule) => isJsonObject(getObject(rule, 'jsonSchema').eventMetadata))) return 'typewriter';
    return rules.some((rule) => Object.hasOwn(rule, 'jsonSchema')) ? 'segment-api' : null;
  }
  const events = getList(getObject(plan, 'rules'), 'events');
  if (!isJsonObject(plan.rules) || !Array.isArray(plan.rules.events)) return null;
  return isRudder(plan, events) ? 'rudderstack-api' : 'segment-config';
}

/** RudderStack's IDs begin with tp_, its versions are texts; Segment's begin with rs_. */
function isRudder(plan: JsonObject, events: readonly JsonValue[]): boolean {
  const names = [getText(plan, 'id'), getText(plan, 'name')?.split('/').at(-1)];
  if (names.some((name) => name?.startsWith('tp_'))) return true;
  if (names.some((name) => name?.startsWith('rs_'))) return false;
  return events.some(
    (event) =>
      isJsonObject(event) && (typeof event.version === 'string' || Object.hasOwn(event, 'eventType')),
  );
}

function detectList(value: JsonObject): PlanFormat | null {
  if ((getText(value, 'version') ?? '').startsWith('rudder/')) return 'rudderstack-yaml';
  const resource = getText(value, 'resourceType');
  if (resource === 'data-product') return 'snowplow-plan';
  if (isIglu(value)) return 'iglu';
  if (isJsonObject(getObject(value, 'schema').events)) return 'avo-schema';
  const [event] = getList(value, 'events');
  if (isJsonObject(event)) {
    if (isJsonObject(event.rules)) return 'avo';
    if (Object.hasOwn(event, 'eventType') || Array.isArray(event.properties)) return 'rudderstack-catalog';
  }
  const [entry] = [...getList(value, 'entries'), ...getList(value, 'results')];
  if (!isJsonObject(entry)) return null;
  if (Object.hasOwn(entry, 'entityType') || Object.hasOwn(entry, 'schemaJson')) return 'lexicon';
  return Array.isArray(entry.properties) ? 'posthog' : null;
}

function isIglu(value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  const isWrapped = getText(value, 'resourceType') === 'data-structure';
  return isWrapped || getText(getObject(value, 'self'), 'vendor') !== null;
}

function detectSchemas(value: JsonObject): PlanFormat | null {
  if (getText(value, 'openapi') !== null) return 'openapi';
  if (Array.isArray(value.oneOf) || Array.isArray(value.anyOf)) return 'json-schema';
  if (isJsonObject(value.events)) {
    const schemas = [...Object.values(value.events), ...Object.values(getObject(value, 'calls'))];
    // What is no schema is a problem of the plan, with its name.
    return schemas.length === 0 || schemas.some(isRule) ? 'json-schema' : null;
  }
  const schemas = Object.entries(value).filter(([name, entry]) => !isAbout(name, entry));
  return schemas.length > 0 && schemas.every(([, schema]) => isSchema(schema)) ? 'json-schema' : null;
}

/** A JSON Schema that does not say which event it is for; an event has a type and properties too. */
export function isNamelessSchema(value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  const {type, properties} = value;
  const schemas = isJsonObject(properties) ? Object.values(properties) : [];
  if (!schemas.every(isRule)) return false;
  if (type === undefined) return schemas.length > 0;
  return [type].flat().every((name) => typeof name === 'string' && schemaTypes.has(name));
}

/** A member of a map of schemas that is not one of them, but about the map. */
export function isAbout(name: string, value: JsonValue): boolean {
  return name.startsWith('$') || name === 'definitions' || (isScalar(value) && about.has(name));
}

const about: ReadonlySet<string> = new Set(['title', 'name', 'description', 'version']);

function isScalar(value: JsonValue): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

const schemaWords = [
  'type',
  'properties',
  'required',
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'additionalProperties',
];

/** A schema in a list of events; it may say nothing, since a plan may only name its events. */
function isRule(value: JsonValue): boolean {
  if (!isJsonObject(value)) return typeof value === 'boolean' || value === null;
  const words = Object.keys(value);
  return words.length === 0 || words.some((word) => keywords.has(word) || annotations.has(word));
}

function isSchema(value: JsonValue): boolean {
  return isJsonObject(value) && schemaWords.some((word) => Object.hasOwn(value, word));
}
