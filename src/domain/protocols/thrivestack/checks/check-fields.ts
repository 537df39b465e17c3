import {isEmailAddress} from '../../../checks/is-email-address';
import {checkDateField} from '../../../checks/timestamp/check-timestamp-field';
import {appendToken} from '../../../json/json-pointer';
import type {JsonObject} from '../../../json/json-value';
import {toIssue} from '../../../verdict/to-issue';
import type {AddIssue} from '../../protocol';
import type {HolderRules, ListedField} from '../field-rules';

/** Checks of an object's fields beyond their types: email addresses, dates and documented values. */
export function checkFields(
  event: number,
  holder: 'properties' | 'traits' | 'context',
  fields: JsonObject,
  {dates, listed}: HolderRules,
  add: AddIssue,
): void {
  if (holder !== 'context') checkEmails(event, holder, fields, add);
  for (const name of dates) checkDateField(event, `/${holder}/${name}`, fields[name], add);
  for (const field of listed) checkListed(event, holder, fields, field, add);
}

function checkEmails(event: number, holder: string, fields: JsonObject, add: AddIssue): void {
  for (const key in fields) {
    if (key.charCodeAt(key.length - 1) !== 108 || !(key === 'email' || key.endsWith('_email'))) continue;
    const value = fields[key];
    if (typeof value !== 'string' || value === '' || isEmailAddress(value)) continue;
    add(toIssue('bad-email', {event, pointer: appendToken(`/${holder}`, key), params: {value}}));
  }
}

function checkListed(
  event: number,
  holder: string,
  fields: JsonObject,
  {name, values, source}: ListedField,
  add: AddIssue,
): void {
  const value = fields[name];
  if (typeof value !== 'string' || value === '' || values.includes(value)) return;
  add(toIssue('unlisted-value', {event, pointer: `/${holder}/${name}`, params: {value, values}, source}));
}
