import {escapeHidden} from '../bytes/hidden-characters';
import {createIdentities, maskEvent} from '../golden/mask-event';
import {readMasks} from '../golden/mask-pointer';
import {resolvePointer} from '../json/json-pointer';
import {isJsonObject, type JsonValue} from '../json/json-value';
import {wireFormats} from '../protocols/wire-formats';
import type {JudgedRequest} from './csv';

/**
 * A line of a Playwright test that expects this event, for `@track-inspector/playwright`: with its name and the
 * properties that are the same in each run, according to golden sessions. Does not contain personal or secret values.
 * Throws an error for users if there is no such event, or it has no name.
 */
export function toPlaywrightAssertion({request, inspection}: JudgedRequest, index: number | null): string {
  const {protocol, events} = inspection;
  const event = index === null && events.length === 1 ? events[0] : events[index ?? -1];
  if (protocol === null || event === undefined)
    throw new Error('Select an event to copy it as an assertion.');
  const name = event.name ?? event.type;
  if (name === null) throw new Error('This event has no name, so a test cannot expect it.');
  const format = wireFormats[protocol];
  const masked = maskEvent(event, {format, own: readMasks([]), identities: createIdentities()}).event;
  const pointer = isJsonObject(event.value) ? format.propertiesOf(event.value, request.url) : '';
  const properties = keepEqual(resolvePointer(event.value, pointer), resolvePointer(masked, pointer));
  const args = [
    name,
    ...(isJsonObject(properties) && Object.keys(properties).length > 0 ? [properties] : []),
  ];
  const written = args.map((arg) => JSON.stringify(arg, null, 2)).join(', ');
  return `${escapeHidden(`await expect(tracking).toHaveTracked(${written});`)}\n`;
}

/** The values that are not masked. Arrays are compared as a whole, so an array is left out if a part of it is masked. */
function keepEqual(value: JsonValue | undefined, masked: JsonValue | undefined): JsonValue | undefined {
  if (isJsonObject(value) && isJsonObject(masked)) {
    const kept = Object.keys(value).flatMap((key): [string, JsonValue][] => {
      // In code, this name would set the object's prototype.
      const member = key === '__proto__' ? undefined : keepEqual(value[key], masked[key]);
      return member === undefined ? [] : [[key, member]];
    });
    return Object.fromEntries(kept);
  }
  return JSON.stringify(value) === JSON.stringify(masked) ? value : undefined;
}
