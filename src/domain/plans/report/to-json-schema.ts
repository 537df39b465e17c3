import {isJsonObject, type JsonObject} from '../../json/json-value';
import {type Expectation, toFacts} from '../expectations/expectation';
import type {Plan, PlanRule} from '../tracking-plan';
import type {SchemaDraft} from '../validate/schema-draft';
import {setOwn} from '../validate/set-own';

const addresses: Record<SchemaDraft, string> = {
  '04': 'http://json-schema.org/draft-04/schema#',
  '06': 'http://json-schema.org/draft-06/schema#',
  '07': 'http://json-schema.org/draft-07/schema#',
  '2019-09': 'https://json-schema.org/draft/2019-09/schema',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
};

/**
 * A plan of any format as JSON Schema: a map of event names to schemas, each with its draft. It can be imported
 * again. Calls without a name are in `calls`; of several versions the last in the file is kept. Expectations come
 * last.
 */
export function toJsonSchema(
  plan: Pick<Plan, 'title' | 'rules'>,
  expectations: readonly Expectation[],
): JsonObject {
  const events: JsonObject = {};
  const calls: JsonObject = {};
  for (const rule of plan.rules) {
    if (rule.call === 'track' && rule.name !== null) setOwn(events, rule.name, toSchema(rule));
    else calls[rule.call] = toSchema(rule);
  }
  const hasCalls = Object.keys(calls).length > 0;
  return {
    title: plan.title,
    events,
    ...(hasCalls ? {calls} : {}),
    ...(expectations.length > 0 ? {expectations: expectations.map(toFacts)} : {}),
  };
}

function toSchema({schema, draft, description, where}: PlanRule): JsonObject {
  const object: JsonObject = isJsonObject(schema) ? schema : schema === false ? {not: {}} : {};
  // Recognised on import as a schema of the whole call, since `properties` is an object.
  const inner = isJsonObject(object.properties) ? object.properties : {};
  const whole =
    where === 'call' && !Object.hasOwn(inner, 'properties')
      ? {properties: {...inner, properties: {type: 'object'}}}
      : {};
  return {
    ...(description === '' ? {} : {description}),
    type: 'object',
    ...object,
    ...whole,
    $schema: addresses[draft],
  };
}
