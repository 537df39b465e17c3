import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {showValue} from '../../verdict/describe-value';
import {readSchemaDraft} from '../validate/schema-draft';
import {getList, getObject, getText} from './fields';
import {eachEntry, type PlanBuilder, type Spot} from './plan-builder';
import type {PlanSource} from './plan-source';

/** Iglu schemas: one per file, a list of them, one per line, or wrapped as a data structure. */
export function readIglu(sources: readonly PlanSource[], builder: PlanBuilder): void {
  for (const source of sources) {
    if (Array.isArray(source.value)) {
      eachEntry(source.value, {source, pointer: ''}, builder, isJsonObject, (entry, spot) => {
        addIgluSchema(entry, spot, builder);
      });
    } else if (isJsonObject(source.value)) addIgluSchema(source.value, {source, pointer: ''}, builder);
  }
}

function addIgluSchema(value: JsonObject, spot: Spot, builder: PlanBuilder): void {
  const isWrapped = !isJsonObject(value.self) && isJsonObject(value.data);
  const schema = isWrapped ? getObject(value, 'data') : value;
  const self = getObject(schema, 'self');
  const name = getText(self, 'name');
  if (name === null) {
    builder.addProblem('no-name', {found: showValue(self.name)}, spot);
    return;
  }
  builder.title ??= getText(self, 'vendor');
  builder.addRule(
    {
      call: 'track',
      name,
      version: getText(self, 'version'),
      section: getText(self, 'vendor'),
      description: getText(schema, 'description'),
      schema,
      where: 'properties',
      draft: readSchemaDraft(schema.$schema) ?? '04',
    },
    {...spot, ...(isWrapped ? {pointer: `${spot.pointer}/data`} : {})},
  );
}

/** Snowplow's tracking plan: its schemas narrow those of a data structure, which is in another file. */
export function readSnowplowPlan(source: PlanSource, builder: PlanBuilder): void {
  const file = isJsonObject(source.value) ? source.value : {};
  const data = getObject(file, 'data');
  builder.title = getText(data, 'name');
  builder.id = getText(file, 'resourceName');
  const list: Spot = {source, pointer: '/data/eventSpecifications'};
  eachEntry(getList(data, 'eventSpecifications'), list, builder, isJsonObject, (spec, spot) => {
    const name = getText(spec, 'name');
    if (name === null) {
      builder.addProblem('no-name', {found: showValue(spec.name)}, spot);
      return;
    }
    const event = getObject(spec, 'event');
    const base = getText(event, 'source');
    if (base !== null) builder.addProblem('base-unchecked', {source: base}, spot);
    if (getList(getObject(spec, 'entities'), 'tracked').length > 0) {
      builder.addProblem('entities-unchecked', {name}, spot);
    }
    const schema: JsonValue = event.schema ?? true;
    builder.addRule(
      {
        call: 'track',
        name,
        version: getText(spec, 'version'),
        section: getText(data, 'name'),
        description: getText(spec, 'description'),
        schema,
        where: 'properties',
        draft: '04',
      },
      {...spot, schemaPointer: `${spot.pointer}/event/schema`},
    );
  });
}
