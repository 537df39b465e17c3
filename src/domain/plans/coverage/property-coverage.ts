import type {JsonObject, JsonValue} from '../../json/json-value';
import {toType} from '../validate/to-type';

/** The maximum number of distinct values that are stored for a property; others are only counted. */
const MAX_VALUES = 20;
/** The maximum number of properties that are stored for a row. */
const MAX_PROPERTIES = 500;
/** Comparing longer texts is not useful. */
const MAX_LENGTH = 80;

/** The values of one property at the top of an event's properties. */
export interface PropertyCoverage {
  name: string;
  /** The number of events with this property. */
  sent: number;
  /** The number of values of each JSON Schema type. */
  types: ReadonlyMap<string, number>;
  /** The first distinct values, as JSON, with their numbers. */
  values: ReadonlyMap<string, number>;
  /** There were more values than are stored. */
  hasMore: boolean;
  /** The rule's schema; null if the rule does not contain the property. */
  planned: {isRequired: boolean; schema: JsonValue} | null;
}

/** More than one type; an integer counts as a number, and null as a missing value, not as another type. */
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
