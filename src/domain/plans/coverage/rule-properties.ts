import {isJsonObject, type JsonObject} from '../../json/json-value';
import {getObject, getTexts} from '../read/fields';
import type {PlanRule} from '../tracking-plan';

/** The part of a rule for the properties or traits themselves, whether or not its schema describes the whole call. */
function toPropertySchema({schema, where, call}: PlanRule): JsonObject {
  const object = isJsonObject(schema) ? schema : {};
  if (where !== 'call') return object;
  return getObject(
    getObject(object, 'properties'),
    call === 'identify' || call === 'group' ? 'traits' : 'properties',
  );
}

/** The properties in a rule, and those that it requires. */
export function readRuleProperties(rule: PlanRule | null): {
  properties: JsonObject;
  required: ReadonlySet<string>;
} {
  const schema = rule ? toPropertySchema(rule) : {};
  return {properties: getObject(schema, 'properties'), required: new Set(getTexts(schema, 'required'))};
}
