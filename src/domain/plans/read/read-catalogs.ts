import {appendToken} from '../../json/json-pointer';
import {isJsonObject, type JsonObject} from '../../json/json-value';
import {showValue} from '../../verdict/describe-value';
import {readSchemaDraft} from '../validate/schema-draft';
import {getList, getObject, getText, getTexts} from './fields';
import {eachEntry, type PlanBuilder, type Spot} from './plan-builder';
import type {PlanSource} from './plan-source';
import {buildObjectSchema, type TableProperty, toTypeSchema} from './property-table';
import {readCallAndName, toBareWhere} from './read-segment';

/** Mixpanel's Lexicon: `entries[]` as uploaded, `results[]` as downloaded. */
export function readLexicon(source: PlanSource, builder: PlanBuilder): void {
  const plan = isJsonObject(source.value) ? source.value : {};
  const key = Array.isArray(plan.entries) ? 'entries' : 'results';
  eachEntry(getList(plan, key), {source, pointer: `/${key}`}, builder, isJsonObject, (entry, spot) => {
    // A profile is a state, which is not sent as a named call.
    if (getText(entry, 'entityType') === 'profile') return;
    const name = getText(entry, 'name');
    if (name === null) {
      builder.addProblem('no-name', {found: showValue(entry.name)}, spot);
      return;
    }
    const schema = getObject(entry, 'schemaJson');
    const metadata = getObject(getObject(schema, 'metadata'), 'com.mixpanel');
    builder.addRule(
      {
        call: 'track',
        name,
        labels: getTexts(metadata, 'tags'),
        description: getText(schema, 'description'),
        schema: entry.schemaJson ?? null,
        where: 'properties',
        draft: readSchemaDraft(schema.$schema) ?? '07',
        isDeprecated: metadata.dropped === true,
      },
      {...spot, schemaPointer: `${spot.pointer}/schemaJson`},
    );
  });
}

const posthogTypes: Readonly<Record<string, string>> = {
  String: 'string',
  Numeric: 'number',
  Boolean: 'boolean',
  DateTime: 'date time',
  Array: 'array',
  Object: 'object',
};

/** PostHog lists the events of a group of properties; inverted here, so that each event has its properties. */
export function readPosthog(source: PlanSource, builder: PlanBuilder): void {
  const plan = isJsonObject(source.value) ? source.value : {};
  if (getText(plan, 'next') !== null) {
    builder.isPartial = true;
    builder.addProblem('partial-plan', {}, {source, pointer: '/next'});
  }
  const events = new Map<string, {properties: TableProperty[]; labels: string[]; spot: Spot}>();
  eachEntry(getList(plan, 'results'), {source, pointer: '/results'}, builder, isJsonObject, (group, spot) => {
    const properties = readPosthogGroup(group, spot, builder);
    for (const name of readEventNames(group)) {
      const event = events.get(name) ?? {properties: [], labels: [], spot};
      event.properties.push(...properties);
      event.labels.push(getText(group, 'name') ?? '');
      events.set(name, event);
    }
  });
  for (const [name, {properties, labels, spot}] of events) {
    const schema = buildObjectSchema(properties);
    builder.addRule({call: 'track', name, labels, schema, where: 'properties', draft: '07'}, spot);
  }
}

function readEventNames(group: JsonObject): string[] {
  return getList(group, 'events').flatMap((event) => {
    if (typeof event === 'string') return [event];
    const name = isJsonObject(event) ? getText(event, 'name') : null;
    return name === null ? [] : [name];
  });
}

function readPosthogGroup(group: JsonObject, {source, pointer}: Spot, builder: PlanBuilder): TableProperty[] {
  const properties: TableProperty[] = [];
  const list = {source, pointer: `${pointer}/properties`};
  eachEntry(getList(group, 'properties'), list, builder, isJsonObject, (property, spot) => {
    const name = getText(property, 'name');
    if (name === null) {
      builder.addProblem('no-name', {found: showValue(property.name)}, spot);
      return;
    }
    const type = getText(property, 'property_type') ?? '';
    const schema = toTypeSchema(posthogTypes[type] ?? type);
    if (!schema) builder.addProblem('unknown-value-type', {type, property: name}, spot);
    properties.push({path: [name], schema: schema ?? {}, isRequired: property.is_required === true});
  });
  return properties;
}

/** RudderStack's Data Catalog lists the properties of an event; their types are in another response. */
export function readCatalog(source: PlanSource, builder: PlanBuilder): void {
  const plan = isJsonObject(source.value) ? source.value : {};
  builder.title = getText(plan, 'name');
  builder.id = getText(plan, 'id');
  builder.addProblem('types-elsewhere', {}, {source, pointer: '/events'});
  eachEntry(getList(plan, 'events'), {source, pointer: '/events'}, builder, isJsonObject, (event, spot) => {
    const called = readCallAndName(event, getText(event, 'eventType'), spot, builder);
    if (called === null) return;
    const {call, name} = called;
    const schema = readCatalogProperties(event, spot, builder);
    const section = getText(event, 'identitySection') ?? '';
    builder.addRule(
      {
        call,
        name,
        description: getText(event, 'description'),
        ...wrapSection(schema, section, toBareWhere(call)),
        draft: '07',
      },
      spot,
    );
  });
}

/** The schema at the place that RudderStack's `identitySection` refers to. */
export function wrapSection(
  schema: JsonObject,
  section: string,
  usual: 'properties' | 'traits',
): {schema: JsonObject; where: 'call' | 'properties' | 'traits'} {
  if (section === 'traits' || section === 'properties') return {schema, where: section};
  if (section !== 'context.traits') return {schema, where: usual};
  const context = {properties: {traits: schema}};
  return {schema: {properties: {context}}, where: 'call'};
}

function readCatalogProperties(holder: JsonObject, spot: Spot, builder: PlanBuilder): JsonObject {
  const schema: JsonObject = {type: 'object', properties: {}};
  if (holder.additionalProperties === false) schema.additionalProperties = false;
  const rows: TableProperty[] = [];
  const list = {source: spot.source, pointer: appendToken(spot.pointer, 'properties')};
  eachEntry(getList(holder, 'properties'), list, builder, isJsonObject, (property, inner) => {
    const name = getText(property, 'name');
    if (name === null) {
      builder.addProblem('no-name', {found: showValue(property.name)}, inner);
      return;
    }
    const isNested = getList(property, 'properties').length > 0;
    rows.push({
      path: [name],
      schema: isNested ? readCatalogProperties(property, inner, builder) : {},
      isRequired: property.required === true,
    });
  });
  return {...schema, ...buildObjectSchema(rows)};
}
