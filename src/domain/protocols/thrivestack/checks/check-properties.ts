import {isJsonObject, type JsonObject} from '../../../json/json-value';
import type {DecodedEvent} from '../../../verdict/inspection';
import {toIssue} from '../../../verdict/to-issue';
import type {AddIssue} from '../../protocol';
import type {EventRules} from '../event-rules';
import {checkFields} from './check-fields';
import {checkMixUp} from './check-mix-up';

/** Checks beyond types: email addresses, dates and documented values, and missing properties. */
export function checkProperties(
  event: DecodedEvent & {value: JsonObject},
  properties: JsonObject | null,
  rules: EventRules,
  add: AddIssue,
): void {
  const {index, value} = event;
  if (properties) {
    if (rules.standard) checkMixUp(event, properties, add);
    checkFields(index, 'properties', properties, rules, add);
  }
  if (isJsonObject(value.context)) checkFields(index, 'context', value.context, rules.context, add);
  // Properties that are not an object have their own issue.
  if (properties || value.properties === undefined) checkExpected(event, properties ?? {}, rules, add);
}

function checkExpected(
  event: DecodedEvent,
  properties: JsonObject,
  {standard}: EventRules,
  add: AddIssue,
): void {
  if (!standard) return;
  for (const alternatives of standard.expected) {
    if (alternatives.some((name) => Object.hasOwn(properties, name))) continue;
    add(
      toIssue('missing-property', {
        event: event.index,
        pointer: `/properties/${alternatives[0]}`,
        params: {name: event.name, alternatives},
        source: standard.source,
      }),
    );
  }
}
