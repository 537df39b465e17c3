import {isJsonObject, type JsonObject} from '../json/json-value';
import type {Expectation} from './expectations/expectation';
import type {PlanFile} from './read-plan';
import {toJsonSchema} from './report/to-json-schema';
import type {Plan} from './tracking-plan';
import {setOwn} from './validate/set-own';

/** A plan as stored, and as read. */
export interface KnownPlan {
  plan: Plan;
  files: readonly PlanFile[];
  expectations: readonly Expectation[];
}

/**
 * The plan with the schemas of additional events, as JSON Schema. A plan that is JSON Schema in one file otherwise
 * stays as written; one of another format is converted.
 */
export function addToPlan(known: KnownPlan, events: JsonObject): JsonObject {
  const own = readOwn(known);
  if (own === null) {
    const translated = toJsonSchema(known.plan, known.expectations);
    return {...translated, events: join(translated.events, events)};
  }
  return isJsonObject(own.events) ? {...own, events: join(own.events, events)} : join(own, events);
}

function readOwn({plan, files: [file, ...others]}: KnownPlan): JsonObject | null {
  if (plan.format !== 'json-schema' || file === undefined || others.length > 0) return null;
  const value: unknown = JSON.parse(file.text.replace(/^\uFEFF/, ''));
  // Alternatives that each fix a name have no map to add to.
  return isJsonObject(value) && !Array.isArray(value.oneOf) && !Array.isArray(value.anyOf) ? value : null;
}

/** Existing members are kept. */
function join(before: unknown, more: JsonObject): JsonObject {
  const all: JsonObject = {};
  for (const [name, schema] of Object.entries(isJsonObject(before) ? before : {})) setOwn(all, name, schema);
  for (const [name, schema] of Object.entries(more)) if (!Object.hasOwn(all, name)) setOwn(all, name, schema);
  return all;
}
