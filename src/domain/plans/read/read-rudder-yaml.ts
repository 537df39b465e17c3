import {isJsonObject, type JsonObject} from '../../json/json-value';
import {showValue} from '../../verdict/describe-value';
import {getList, getObject, getText} from './fields';
import {eachEntry, type PlanBuilder, type Spot} from './plan-builder';
import type {PlanSource} from './plan-source';
import {wrapSection} from './read-catalogs';
import {readCallAndName, toBareWhere} from './read-segment';
import {collectDefinitions, type Definitions, toObjectSchema} from './rudder-definitions';

/**
 * RudderStack's files: plans (`tp`, later `tracking-plan`) whose rules refer to events, properties and custom types
 * of the other files. An event is closed unless its rule allows unplanned properties; objects inside it are open.
 */
export function readRudderYaml(sources: readonly PlanSource[], builder: PlanBuilder): void {
  const all = collectDefinitions(sources, builder);
  for (const source of sources) {
    const file = isJsonObject(source.value) ? source.value : {};
    if (!/^(?:tp|tracking-plan)$/.test(getText(file, 'kind') ?? '')) continue;
    const spec = getObject(file, 'spec');
    builder.title ??= getText(spec, 'display_name') ?? getText(spec, 'name') ?? getText(spec, 'id');
    builder.id ??= getText(spec, 'id');
    eachEntry(
      getList(spec, 'rules'),
      {source, pointer: '/spec/rules'},
      builder,
      isJsonObject,
      (rule, spot) => {
        readRule(rule, spot, all, builder);
      },
    );
  }
}

function readRule(rule: JsonObject, spot: Spot, all: Definitions, builder: PlanBuilder): void {
  const link = getObject(rule, 'event');
  const ref = getText(rule, 'event') ?? getText(link, '$ref');
  if (ref === null) {
    builder.addProblem('no-name', {found: showValue(rule.event)}, spot);
    return;
  }
  const event = all.find(ref, spot)?.value;
  if (!event) return;
  const called = readCallAndName(event, getText(event, 'event_type'), spot, builder);
  if (called === null) return;
  const {call, name} = called;
  const schema = toObjectSchema(rule, spot, all, builder);
  // Variants add properties, which only this keyword takes into account.
  if (!isOpen(rule, link)) schema.unevaluatedProperties = false;
  const section = getText(rule, 'identity_section') ?? getText(link, 'identity_section') ?? '';
  builder.addRule(
    {
      call,
      name,
      section: readCategory(event),
      description: getText(event, 'description'),
      ...wrapSection(schema, section, toBareWhere(call)),
      draft: '2019-09',
    },
    spot,
  );
}

function isOpen(rule: JsonObject, link: JsonObject): boolean {
  return [
    link.allow_unplanned,
    rule.allow_unplanned,
    rule.additional_properties,
    link.additional_properties,
  ].includes(true);
}

function readCategory(event: JsonObject): string | null {
  const category = getText(event, 'category');
  return category === null ? null : (category.split(/[/:]/).at(-1) ?? category);
}
