import {isEmailAddress} from '../../checks/is-email-address';
import {checkDateField} from '../../checks/timestamp/check-timestamp-field';
import {appendToken} from '../../json/json-pointer';
import {isJsonObject, type JsonObject} from '../../json/json-value';
import type {DecodedEvent} from '../../verdict/inspection';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue} from '../protocol';
import {checkMixUp} from './check-mix-up';
import type {EventRules, ListedField} from './event-rules';

/** What types do not say: e-mail addresses, dates and documented values, and which properties are missing. */
export function checkProperties(
  event: DecodedEvent & {value: JsonObject},
  properties: JsonObject | null,
  rules: EventRules,
  add: AddIssue,
): void {
  if (properties) {
    if (rules.standard) checkMixUp(event, properties, add);
    checkEmails(event.index, properties, add);
    for (const name of rules.dates) checkDateField(event.index, `/properties/${name}`, properties[name], add);
    for (const listed of rules.listed) checkListed(event.index, 'properties', properties, listed, add);
  }
  const {context} = event.value;
  if (isJsonObject(context))
    for (const listed of rules.listedContext) checkListed(event.index, 'context', context, listed, add);
  // Properties that are there but no object have their own issue.
  if (properties || event.value.properties === undefined) checkExpected(event, properties ?? {}, rules, add);
}

function checkEmails(event: number, properties: JsonObject, add: AddIssue): void {
  for (const key in properties) {
    if (key.charCodeAt(key.length - 1) !== 108 || !(key === 'email' || key.endsWith('_email'))) continue;
    const value = properties[key];
    if (typeof value !== 'string' || value === '' || isEmailAddress(value)) continue;
    add(toIssue('bad-email', {event, pointer: appendToken('/properties', key), params: {value}}));
  }
}

function checkListed(
  event: number,
  holder: 'properties' | 'context',
  fields: JsonObject,
  {name, values, source}: ListedField,
  add: AddIssue,
): void {
  const value = fields[name];
  if (typeof value !== 'string' || value === '' || values.includes(value)) return;
  add(toIssue('unlisted-value', {event, pointer: `/${holder}/${name}`, params: {value, values}, source}));
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
