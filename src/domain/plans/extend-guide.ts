import type {ShapeNode} from '../checks/shape/shape';
import {isJsonObject, type JsonObject, type JsonValue} from '../json/json-value';
import type {EventType} from '../protocols/wire-format';
import {indexRules} from './rule-index';
import {toRuleName} from './to-plan-issues';
import type {Plan, PlanRule} from './tracking-plan';
import {setOwn} from './validate/set-own';

/** Help for an event while the user types it: its fields, and the names of events. */
export interface EventKnowledge {
  fields: ShapeNode;
  eventNames: readonly string[];
}

/** The levels of a schema that are offered; deeper ones are not typed manually. */
const MAX_LEVELS = 8;

/**
 * Adds the plans' information on the event's properties and traits; information from the vendor's own documents takes
 * precedence.
 */
export function extendGuide(
  guide: EventKnowledge,
  plans: readonly Plan[],
  {type, name}: {type: EventType | null; name: string | null},
): EventKnowledge {
  let {fields} = guide;
  const names = new Set(guide.eventNames);
  for (const plan of plans) {
    const index = indexRules(plan);
    for (const planned of index.eventNames) names.add(planned);
    for (const rule of [...index.find(type, name), ...index.common]) {
      for (const holder of ['properties', 'traits'] as const) {
        const schema = findHolder(rule, holder);
        if (schema === null) continue;
        const node = toNode(schema, {rule, plan}, 0);
        fields = merge(fields, {properties: {[holder]: node}});
      }
    }
  }
  return {fields, eventNames: [...names]};
}

function findHolder({schema, where}: PlanRule, holder: 'properties' | 'traits'): JsonObject | null {
  if (!isJsonObject(schema)) return null;
  if (where === holder) return schema;
  if (where !== 'call' || !isJsonObject(schema.properties)) return null;
  const inner = schema.properties[holder];
  return isJsonObject(inner) ? inner : null;
}

function toNode(schema: JsonValue, from: {rule: PlanRule; plan: Plan}, level: number): ShapeNode {
  if (!isJsonObject(schema)) return {};
  const types = [schema.type].flat().filter((type) => typeof type === 'string');
  const values = toValues(schema);
  const properties = level < MAX_LEVELS ? toProperties(schema.properties, from, level + 1) : null;
  return {
    ...(types.length > 0 && {documentedType: types.join(' or ')}),
    ...(typeof schema.description === 'string' && {description: schema.description}),
    ...(values.length > 0 && {values}),
    ...(properties && {properties}),
    source: {document: from.plan.title, section: toRuleName(from.rule)},
  };
}

function toProperties(
  properties: JsonValue | undefined,
  from: {rule: PlanRule; plan: Plan},
  level: number,
): Record<string, ShapeNode> | null {
  if (!isJsonObject(properties)) return null;
  const nodes: Record<string, ShapeNode> = {};
  for (const [name, schema] of Object.entries(properties)) setOwn(nodes, name, toNode(schema, from, level));
  return nodes;
}

/** Only texts are completed between quotes. */
function toValues({const: constant, enum: allowed}: JsonObject): string[] {
  const all = constant === undefined ? (Array.isArray(allowed) ? allowed : []) : [constant];
  return all.filter((value) => typeof value === 'string');
}

function merge(first: ShapeNode, second: ShapeNode): ShapeNode {
  const choice = first.properties ?? first.anyOf?.find(({properties}) => properties)?.properties;
  if (!choice && !second.properties) return {...second, ...first};
  const properties: Record<string, ShapeNode> = {...choice};
  for (const [name, node] of Object.entries(second.properties ?? {})) {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    setOwn(properties, name, known ? merge(known, node) : node);
  }
  return {...second, ...first, properties};
}
