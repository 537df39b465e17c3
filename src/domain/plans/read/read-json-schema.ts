import {appendToken} from '../../json/json-pointer';
import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {showValue} from '../../verdict/describe-value';
import {isAbout} from '../detect-format';
import {joinExpectations, readExpectation} from '../expectations/expectation';
import type {PlanCall} from '../tracking-plan';
import {isUnknownDraft, readSchemaDraft, type SchemaDraft, showDraft} from '../validate/schema-draft';
import {setOwn} from '../validate/set-own';
import {getList, getObject, getText} from './fields';
import type {PlanBuilder, Spot} from './plan-builder';
import type {PlanSource} from './plan-source';
import {toBareWhere, toPlanCall} from './read-segment';
import {withDefinitions} from './shared-definitions';

/** A map of event names to schemas, at the top or in `events`, or alternatives that each fix the event's name. */
export function readJsonSchemas(source: PlanSource, builder: PlanBuilder): void {
  const root = isJsonObject(source.value) ? source.value : {};
  builder.title = getText(root, 'title') ?? getText(root, 'name');
  builder.id = getText(root, '$id');
  const draft = readSchemaDraft(root.$schema) ?? '07';
  if (isUnknownDraft(root.$schema)) {
    const problem = {code: 'unknown-draft', found: root.$schema, expected: showDraft(draft)} as const;
    builder.addProblem('schema', {...problem, pointer: '/$schema'}, {source, pointer: '/$schema'});
  }
  for (const key of ['oneOf', 'anyOf']) {
    for (const [index, branch] of getList(root, key).entries()) {
      const spot = {source, pointer: appendToken(`/${key}`, index)};
      const schema = isJsonObject(branch) ? resolveLocal(branch, root) : {};
      const name = findEventName(schema);
      if (name === null) builder.addProblem('no-event-name', {name: `${key} ${index + 1}`}, spot);
      else addSchema(name, schema, root, draft, spot, builder);
    }
  }
  if (Array.isArray(root.oneOf) || Array.isArray(root.anyOf)) return;
  // In YAML, an event that is only named has the value null.
  const add = (name: string | null, schema: JsonValue, spot: Spot, call?: PlanCall) =>
    addSchema(name, schema ?? {}, root, draft, spot, builder, call);
  const isInside = isJsonObject(root.events);
  for (const [word, schema] of Object.entries(isInside ? getObject(root, 'calls') : {})) {
    const call = toPlanCall(word);
    const spot = {source, pointer: appendToken('/calls', word)};
    if (call === null) builder.addProblem('unknown-call', {call: word}, spot);
    else add(null, schema, spot, call);
  }
  if (isInside) readExpectations(getList(root, 'expectations'), source, builder);
  for (const [name, schema] of Object.entries(isInside ? getObject(root, 'events') : root)) {
    if (!isInside && isAbout(name, schema)) continue;
    add(name, schema, {source, pointer: appendToken(isInside ? '/events' : '', name)});
  }
}

/** The contents of a plan exported by us besides its rules. */
function readExpectations(list: readonly JsonValue[], source: PlanSource, builder: PlanBuilder): void {
  const found = list.flatMap((value, index) => {
    const expectation = readExpectation(value);
    if (expectation) return expectation;
    const spot = {source, pointer: appendToken('/expectations', index)};
    builder.addProblem('bad-expectation', {found: showValue(value), number: index + 1}, spot);
    return [];
  });
  builder.expectations.push(...joinExpectations(found));
}

function resolveLocal(schema: JsonObject, root: JsonObject): JsonObject {
  const [, holder = '', name = ''] =
    /^#\/(\$defs|definitions)\/([^/]+)$/.exec(getText(schema, '$ref') ?? '') ?? [];
  return name === '' ? schema : getObject(getObject(root, holder), name);
}

const nameFields = ['event', 'event_name', 'eventName', 'name', 'type'];

/** The only name that a schema of a whole call allows. */
function findEventName(schema: JsonObject): string | null {
  const properties = getObject(schema, 'properties');
  for (const field of nameFields) {
    const {const: constant, enum: values} = getObject(properties, field);
    const only = constant ?? (Array.isArray(values) && values.length === 1 ? values[0] : undefined);
    if (typeof only === 'string' && only !== '') return only;
  }
  return null;
}

function addSchema(
  name: string | null,
  schema: JsonValue,
  root: JsonObject,
  draft: SchemaDraft,
  spot: Spot,
  builder: PlanBuilder,
  call: PlanCall = 'track',
): void {
  const object = isJsonObject(schema) ? schema : {};
  builder.addRule(
    {
      call,
      name,
      section: getText(object, 'x-section'),
      description: getText(object, 'description'),
      schema: isJsonObject(schema) ? withDefinitions(schema, root) : schema,
      where: call === 'common' || describesCall(object) ? 'call' : toBareWhere(call),
      draft: readSchemaDraft(object.$schema) ?? draft,
    },
    spot,
  );
}

/** The schema describes the whole call if it has a member `properties` that contains an object. */
function describesCall(schema: JsonObject): boolean {
  const properties = getObject(schema, 'properties');
  const inner = getObject(properties, 'properties');
  return (
    isJsonObject(inner.properties) ||
    isJsonObject(getObject(properties, 'traits').properties) ||
    inner.type === 'object' ||
    findEventName(schema) !== null
  );
}

/** OpenAPI: the components that fix an event's name. */
export function readOpenapi(source: PlanSource, builder: PlanBuilder): void {
  const file = isJsonObject(source.value) ? source.value : {};
  const isOld = (getText(file, 'openapi') ?? '').startsWith('3.0');
  builder.title = getText(getObject(file, 'info'), 'title');
  const translated = isOld ? fromOldOpenapi(file) : file;
  const root = isJsonObject(translated) ? translated : {};
  const schemas = getObject(getObject(root, 'components'), 'schemas');
  for (const [key, schema] of Object.entries(schemas)) {
    const spot = {source, pointer: appendToken('/components/schemas', key)};
    const name = isJsonObject(schema) ? findEventName(schema) : null;
    if (isJsonObject(schema) && name !== null) {
      // Version 3.0 keeps exclusiveMinimum as a boolean, as in draft 4.
      addSchema(name, schema, root, isOld ? '04' : '2020-12', spot, builder);
    }
  }
}

const MAX_LEVELS = 500;

/** `nullable` of OpenAPI 3.0 as a type of JSON Schema, and `const`, which it does not have, as an enum of one. */
function fromOldOpenapi(value: JsonValue, level = 0): JsonValue {
  // Deeper parts are not checked anyway, and a worker's stack is limited.
  if (level > MAX_LEVELS) return value;
  if (Array.isArray(value)) return value.map((entry) => fromOldOpenapi(entry, level + 1));
  if (!isJsonObject(value)) return value;
  const copy: JsonObject = {};
  for (const [key, entry] of Object.entries(value)) setOwn(copy, key, fromOldOpenapi(entry, level + 1));
  const {const: only} = copy;
  if (typeof only !== 'object' && only !== undefined && !Object.hasOwn(copy, 'enum')) {
    copy.enum = [only];
    delete copy.const;
  }
  if (copy.nullable !== true || typeof copy.type !== 'string') return copy;
  const values = Array.isArray(copy.enum) && !copy.enum.includes(null) ? {enum: [...copy.enum, null]} : {};
  return {...copy, ...values, type: [copy.type, 'null']};
}
