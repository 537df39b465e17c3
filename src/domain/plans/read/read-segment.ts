import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {showValue} from '../../verdict/describe-value';
import type {PlanCall, PlanFormat} from '../tracking-plan';
import {readSchemaDraft} from '../validate/schema-draft';
import {getList, getObject, getText, getTexts, getVersion} from './fields';
import {eachEntry, type PlanBuilder, type Spot} from './plan-builder';
import type {PlanSource} from './plan-source';

const calls: ReadonlyMap<string, PlanCall> = new Map(
  (['common', 'track', 'identify', 'group', 'page', 'screen'] as const).map((call) => [call, call]),
);

/** A call type as written in plans, in any case; null for one that cannot be checked. */
export function toPlanCall(word: string): PlanCall | null {
  return calls.get(word.trim().toLowerCase()) ?? null;
}

/**
 * The call type of a rule, and for a track call the event's name. Null, and a problem of the plan, if they are
 * missing.
 * @param word the plan's name for the call type; default: track
 */
export function readCallAndName(
  event: JsonObject,
  word: string | null,
  spot: Spot,
  builder: PlanBuilder,
): {call: PlanCall; name: string | null} | null {
  const call = toPlanCall(word ?? 'track');
  if (call === null) {
    builder.addProblem('unknown-call', {call: word ?? 'track'}, spot);
    return null;
  }
  const name = call === 'track' ? getText(event, 'name') : null;
  if (call === 'track' && name === null) {
    builder.addProblem('no-name', {found: showValue(event.name)}, spot);
    return null;
  }
  return {call, name};
}

/** Segment Public API, and the file of typewriter 8, which only contains the schema of the properties. */
export function readSegmentApi(source: PlanSource, builder: PlanBuilder, format: PlanFormat): void {
  const {plan, pointer} = unwrap(source.value);
  builder.title = getText(plan, 'name');
  builder.id = getText(plan, 'id');
  if (hasNextPage(source.value)) {
    builder.isPartial = true;
    builder.addProblem('partial-plan', {}, {source, pointer: ''});
  }
  const list: Spot = {source, pointer: `${pointer}/rules`};
  eachEntry(getList(plan, 'rules'), list, builder, isJsonObject, (rule, spot) => {
    readRule(rule, spot, builder, format);
  });
}

/** A single page of rules, or the plan itself, may be inside `data`. */
function unwrap(value: JsonValue): {plan: JsonObject; pointer: string} {
  const whole = isJsonObject(value) ? value : {};
  if (!isJsonObject(whole.data)) return {plan: whole, pointer: ''};
  const {data} = whole;
  return isJsonObject(data.trackingPlan)
    ? {plan: data.trackingPlan, pointer: '/data/trackingPlan'}
    : {plan: data, pointer: '/data'};
}

function hasNextPage(value: JsonValue): boolean {
  const whole = isJsonObject(value) ? value : {};
  return [whole, getObject(whole, 'data')].some(
    (object) => getText(getObject(object, 'pagination'), 'next') !== null,
  );
}

function readRule(rule: JsonObject, spot: Spot, builder: PlanBuilder, format: PlanFormat): void {
  const {jsonSchema = null} = rule;
  const schema = isJsonObject(jsonSchema) ? jsonSchema : {};
  const metadata = getObject(schema, 'eventMetadata');
  const word = getText(rule, 'type') ?? getText(metadata, 'type') ?? 'TRACK';
  const call = toPlanCall(word);
  if (call === null) {
    builder.addProblem('unknown-call', {call: word}, spot);
    return;
  }
  const name = getText(rule, 'key') ?? getText(metadata, 'name');
  if (call === 'track' && name === null) {
    builder.addProblem('no-name', {found: showValue(rule.key)}, spot);
    return;
  }
  const isBare = format === 'typewriter';
  builder.addRule(
    {
      call,
      name: call === 'track' ? name : null,
      version: getVersion(rule),
      labels: readLabels(schema),
      description: getText(schema, 'description') ?? getText(rule, 'description'),
      schema: jsonSchema,
      where: isBare ? toBareWhere(call) : 'call',
      draft: readSchemaDraft(schema.$schema) ?? '07',
      isDeprecated: !(getText(rule, 'deprecatedAt') ?? '0001').startsWith('0001'),
    },
    {...spot, schemaPointer: `${spot.pointer}/jsonSchema`},
  );
}

/** The place of the members that a schema of only properties describes. */
export function toBareWhere(call: PlanCall): 'properties' | 'traits' {
  return call === 'identify' || call === 'group' ? 'traits' : 'properties';
}

function readLabels(schema: JsonObject): string[] {
  const {labels} = schema;
  if (Array.isArray(labels)) return getTexts(schema, 'labels');
  return Object.entries(getObject(schema, 'labels')).map(([key, value]) => `${key}: ${String(value)}`);
}

/** The Config API and typewriter 7, and RudderStack's API, which follows them. */
export function readEventRules(source: PlanSource, builder: PlanBuilder): void {
  const {plan, pointer} = unwrap(source.value);
  builder.title = getText(plan, 'display_name') ?? getText(plan, 'name');
  builder.id = getText(plan, 'id') ?? getText(plan, 'name')?.split('/').at(-1) ?? null;
  const rules = getObject(plan, 'rules');
  for (const [key, call] of sharedRules) {
    const schema = rules[key];
    if (!isJsonObject(schema) || Object.keys(schema).length === 0) continue;
    addEventRule(
      {call, name: null, version: null, description: null},
      schema,
      {source, pointer: `${pointer}/rules/${key}`},
      builder,
    );
  }
  const list: Spot = {source, pointer: `${pointer}/rules/events`};
  eachEntry(getList(rules, 'events'), list, builder, isJsonObject, (event, spot) => {
    readEvent(event, spot, builder);
  });
}

const sharedRules: readonly [string, PlanCall][] = [
  ['global', 'common'],
  ['identify', 'identify'],
  ['group', 'group'],
  ['page', 'page'],
  ['screen', 'screen'],
];

function readEvent(event: JsonObject, spot: Spot, builder: PlanBuilder): void {
  const called = readCallAndName(event, getText(event, 'eventType'), spot, builder);
  if (called === null) return;
  const {call, name} = called;
  const {rules = null} = event;
  const facts = {call, name, version: getVersion(event), description: getText(event, 'description')};
  addEventRule(facts, rules, {...spot, schemaPointer: `${spot.pointer}/rules`}, builder);
}

function addEventRule(
  facts: {call: PlanCall; name: string | null; version: string | number | null; description: string | null},
  schema: JsonValue,
  spot: Spot,
  builder: PlanBuilder,
): void {
  const object = isJsonObject(schema) ? schema : {};
  builder.addRule(
    {
      ...facts,
      labels: readLabels(object),
      schema,
      where: 'call',
      draft: readSchemaDraft(object.$schema) ?? '07',
    },
    spot,
  );
}
