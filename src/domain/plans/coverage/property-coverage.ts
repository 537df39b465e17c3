import type {JsonObject, JsonValue} from '../../json/json-value';
import {toType} from '../validate/to-type';

/** Distinct values that are kept of a property; more only count. */
const MAX_VALUES = 20;
/** Properties that are kept of a row. */
const MAX_PROPERTIES = 500;
/** Longer texts are not useful to compare. */
const MAX_LENGTH = 80;

/** What was seen of one property, at the top of an event's properties. */
export interface PropertyCoverage {
  name: string;
  /** How many events carried it. */
  sent: number;
  /** How often each type of JSON Schema was seen. */
  types: ReadonlyMap<string, number>;
  /** The first distinct values, as JSON, with how often each was seen. */
  values: ReadonlyMap<string, number>;
  /** There were more values than are kept. */
  hasMore: boolean;
  /** What the rule says; null where it does not name the property. */
  planned: {isRequired: boolean; schema: JsonValue} | null;
}

/** More than one type, with an integer as a number; null is the absence of a value, not another type of it. */
export function hasMixedTypes({types}: Pick<PropertyCoverage, 'types'>): boolean {
  const kinds = [...types.keys()].filter((type) => type !== 'null');
  return new Set(kinds.map((type) => (type === 'integer' ? 'number' : type))).size > 1;
}

export interface PropertyTally {
  add(properties: JsonObject): void;
  list(rule: {properties: JsonObject; required: ReadonlySet<string>}): PropertyCoverage[];
}

interface Count {
  sent: number;
  types: Map<string, number>;
  values: Map<string, number>;
  hasMore: boolean;
}

/** Counts the properties of the events of one row. */
export function createPropertyTally(): PropertyTally {
  const counts = new Map<string, Count>();
  return {
    add(properties) {
      for (const name of Object.keys(properties)) {
        let count = counts.get(name);
        if (!count) {
          if (counts.size >= MAX_PROPERTIES) continue;
          count = {sent: 0, types: new Map(), values: new Map(), hasMore: false};
          counts.set(name, count);
        }
        addValue(count, properties[name] ?? null);
      }
    },
    list({properties, required}) {
      const missing = Object.keys(properties).filter((name) => !counts.has(name));
      const seen = [...counts].map(([name, count]) => ({name, ...count}));
      const unseen = missing.map((name) => ({
        name,
        sent: 0,
        types: new Map(),
        values: new Map(),
        hasMore: false,
      }));
      return [...seen, ...unseen].map((entry) => ({
        ...entry,
        planned: Object.hasOwn(properties, entry.name)
          ? {isRequired: required.has(entry.name), schema: properties[entry.name] ?? null}
          : null,
      }));
    },
  };
}

function addValue(count: Count, value: JsonValue): void {
  count.sent++;
  const type = toType(value);
  count.types.set(type, (count.types.get(type) ?? 0) + 1);
  if (typeof value === 'object' && value !== null) return;
  const text = typeof value === 'string' && value.length > MAX_LENGTH ? null : JSON.stringify(value);
  const known = text === null ? undefined : count.values.get(text);
  if (text !== null && (known !== undefined || count.values.size < MAX_VALUES))
    count.values.set(text, (known ?? 0) + 1);
  else count.hasMore = true;
}
