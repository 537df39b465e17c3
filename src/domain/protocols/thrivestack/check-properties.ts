import {isEmailAddress} from '../../checks/is-email-address';
import {checkDateField} from '../../checks/timestamp/check-timestamp-field';
import {appendToken} from '../../json/json-pointer';
import {isJsonObject, type JsonObject} from '../../json/json-value';
import {quote, showValue} from '../../verdict/describe-value';
import type {DecodedEvent} from '../../verdict/inspection';
import {toFieldName} from '../../verdict/to-field-name';
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
    const pointer = appendToken('/properties', key);
    add(
      toIssue('bad-email', {
        event,
        pointer,
        message: `${toFieldName(pointer)} is ${quote(value)}, which is no e-mail address; send one like amy@example.com.`,
        expected: 'an e-mail address',
        found: quote(value),
      }),
    );
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
  const expected = values.join(', ');
  add(
    toIssue('unlisted-value', {
      event,
      pointer: `/${holder}/${name}`,
      message: `${holder}.${name} is ${quote(value)}, which is not among the documented values: ${expected}.`,
      expected,
      found: showValue(value),
      source,
    }),
  );
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
    const [name = ''] = alternatives;
    const others = alternatives.slice(1).map((other) => ` or ${other}`);
    add(
      toIssue('missing-property', {
        event: event.index,
        pointer: `/properties/${name}`,
        message: `properties.${name}${others.join('')} is missing, though documented for ${event.name}; reports that rely on it stay empty.`,
        expected: alternatives.join(' or '),
        source: standard.source,
      }),
    );
  }
}
