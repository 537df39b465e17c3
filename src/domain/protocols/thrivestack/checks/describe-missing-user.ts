import {isJsonObject, type JsonObject} from '../../../json/json-value';
import type {IssueFacts} from '../../../verdict/to-issue';
import type {ObjectEvent} from '../object-event';
import {findMisspelt} from './find-misspelt';

/** The issue of a `user_id` that is missing, null or empty. */
export function describeMissingUser(event: ObjectEvent, value: unknown): IssueFacts<'missing-user-id'> {
  const misspelt = findMisspelt(event.value, ['userId', 'userID', 'user-id', 'uid']);
  const place = {event: event.index, pointer: '/user_id'};
  return isBeforeLogin(event.value, value)
    ? {...place, params: {value, misspelt, beforeLogin: true}, severity: 'warning'}
    : {...place, params: {value, misspelt}};
}

/** The vendor's own script sends "" until setUser() was called, and identifies the visitor by a device_id. */
function isBeforeLogin({context}: JsonObject, user: unknown): boolean {
  return user === '' && isJsonObject(context) && typeof context.device_id === 'string';
}
