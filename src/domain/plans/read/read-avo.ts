import {appendToken} from '../../json/json-pointer';
import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {showValue} from '../../verdict/describe-value';
import {readSchemaDraft} from '../validate/schema-draft';
import {setOwn} from '../validate/set-own';
import {getList, getObject, getText, getTexts} from './fields';
import {eachEntry, type PlanBuilder, type Spot} from './plan-builder';
import type {PlanSource} from './plan-source';

/** The fields of a call that are sent; Avo's other ones (`nameMapping`) never are. */
const callFields: ReadonlySet<string> = new Set(
  'type event userId anonymousId groupId properties traits context timestamp'.split(' '),
);

/** Avo's export: `events[]` with a schema of the whole call in `rules`. */
export function readAvo(source: PlanSource, builder: PlanBuilder): void {
  const plan = isJsonObject(source.value) ? source.value : {};
  builder.title = getText(plan, 'name');
  const categories = readCategories(getObject(plan, 'categories'));
  eachEntry(getList(plan, 'events'), {source, pointer: '/events'}, builder, isJsonObject, (event, spot) => {
    const name = getText(event, 'name');
    if (name === null) {
      builder.addProblem('no-name', {found: showValue(event.name)}, spot);
      return;
    }
    const rules = getObject(event, 'rules');
    const [category = null] = getTexts(event, 'categories');
    builder.addRule(
      {
        call: 'track',
        name: toSentName(
          name,
          [...getList(event, 'nameMapping'), ...getList(rules, 'nameMapping')],
          spot,
          builder,
        ),
        version: getText(event, 'variantId'),
        section: category === null ? null : (categories.get(category) ?? category),
        labels: getTexts(event, 'tags'),
        description: getText(event, 'description'),
        schema: Object.keys(rules).length === 0 ? null : toSentSchema(rules, spot, builder),
        where: 'call',
        draft: readSchemaDraft(rules.$schema) ?? '06',
      },
      {...spot, schemaPointer: `${spot.pointer}/rules`},
    );
  });
}

function readCategories(categories: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(categories).flatMap(([id, entry]) => {
      const name = isJsonObject(entry) ? getText(entry, 'name') : null;
      return name === null ? [] : [[id, name]];
    }),
  );
}

/** The name with which it is sent; of several, for several destinations, the first. */
function toSentName(name: string, mapping: readonly JsonValue[], spot: Spot, builder: PlanBuilder): string {
  const names = mapping.flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    const sent = isJsonObject(entry) ? getText(entry, 'name') : null;
    return sent === null ? [] : [sent];
  });
  const [used = name] = names;
  if (new Set(names).size > 1) builder.addProblem('several-names', {name, used}, spot);
  return used;
}

/** The schema without fields that are never sent, with properties under the names they are sent with. */
function toSentSchema(rules: JsonObject, spot: Spot, builder: PlanBuilder): JsonObject {
  const outer = getObject(rules, 'properties');
  const inner = getObject(outer, 'properties');
  const sent: JsonObject = {};
  const renamed = new Map<string, string>();
  for (const [name, schema] of Object.entries(getObject(inner, 'properties'))) {
    const mapping = isJsonObject(schema) ? getList(schema, 'nameMapping') : [];
    const pointer = appendToken(`${spot.pointer}/rules/properties/properties/properties`, name);
    const used = toSentName(name, mapping, {source: spot.source, pointer}, builder);
    renamed.set(name, used);
    setOwn(sent, used, schema);
  }
  const properties = {
    ...inner,
    ...(Object.hasOwn(inner, 'properties') ? {properties: sent} : {}),
    ...(Array.isArray(inner.required)
      ? {required: getTexts(inner, 'required').map((name) => renamed.get(name) ?? name)}
      : {}),
  };
  return {
    ...rules,
    properties: {...outer, ...(Object.hasOwn(outer, 'properties') ? {properties} : {})},
    required: getTexts(rules, 'required').filter((name) => callFields.has(name)),
  };
}

/** Avo's other file: `{schema: {events: {name: schema}}}`. */
export function readAvoSchema(source: PlanSource, builder: PlanBuilder): void {
  const plan = isJsonObject(source.value) ? source.value : {};
  builder.title = getText(plan, 'name');
  const events = getObject(getObject(plan, 'schema'), 'events');
  for (const [name, schema] of Object.entries(events)) {
    const object = isJsonObject(schema) ? schema : {};
    builder.addRule(
      {
        call: 'track',
        name,
        description: getText(object, 'description'),
        schema,
        where: 'properties',
        draft: readSchemaDraft(object.$schema) ?? '07',
      },
      {source, pointer: appendToken('/schema/events', name)},
    );
  }
}
