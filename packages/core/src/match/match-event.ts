import type {JsonValue} from '../domain';
import {
  appendToken,
  type DecodedEvent,
  findNearName,
  isCalled,
  isJsonObject,
  isWhollySecret,
  MASK,
  maskText,
  parsePointer,
  toEventLabel,
} from '../domain';
import {toSafeText} from '../reporters/safe-text';

/** A property with an unexpected value, by its JSON Pointer; undefined: the property does not exist. */
export interface Mismatch {
  pointer: string;
  expected: JsonValue;
  found: JsonValue | undefined;
}

/** An event with its properties or traits, which are compared. */
export interface TrackedEvent {
  event: DecodedEvent;
  properties: JsonValue;
}

/** Whether the event has this name, or this type if it has no name. */
export function isNamed({event}: TrackedEvent, name: string): boolean {
  return isCalled(event, name);
}

/** Where a value differs from the expected one. Objects may have additional members, arrays and values must be equal. */
export function findMismatches(expected: JsonValue, found: JsonValue | undefined, pointer = ''): Mismatch[] {
  if (isJsonObject(expected) && isJsonObject(found)) {
    return Object.entries(expected).flatMap(([key, value]) =>
      findMismatches(value, Object.hasOwn(found, key) ? found[key] : undefined, appendToken(pointer, key)),
    );
  }
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length) {
    return expected.flatMap((value, index) =>
      findMismatches(value, found[index], appendToken(pointer, index)),
    );
  }
  const isEqual = !isContainer(expected) && expected === found;
  return isEqual ? [] : [{pointer, expected, found}];
}

function isContainer(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null;
}

const SHOWN = 3;

/**
 * The events that are closest to the expected one with their differences, one per line: for the message of a failed
 * test in a terminal.
 */
export function describeNearest(
  events: readonly TrackedEvent[],
  name: string,
  properties: JsonValue,
): string[] {
  return listNearest(events, name, properties).map(toSafeText);
}

function listNearest(events: readonly TrackedEvent[], name: string, properties: JsonValue): string[] {
  if (events.length === 0) return ['No event was tracked.'];
  const named = events.filter((each) => isNamed(each, name));
  if (named.length === 0) return describeNames(events, name);
  const compared = named
    .map((each) => ({each, mismatches: findMismatches(properties, each.properties)}))
    .sort((a, b) => a.mismatches.length - b.mismatches.length);
  return [
    `${named.length === 1 ? '1 event' : `${named.length} events`} of this name. Nearest:`,
    ...compared
      .slice(0, SHOWN)
      .flatMap(({each, mismatches}) => [
        `  ${maskText(toEventLabel(each.event) ?? 'event')}, event ${each.event.index + 1} of its request`,
        ...mismatches.map((mismatch) => `    ${describeMismatch(mismatch)}`),
      ]),
  ];
}

function describeNames(events: readonly TrackedEvent[], name: string): string[] {
  const names = [...new Set(events.map(({event}) => event.name ?? event.type ?? 'event without a name'))];
  const near = findNearName(name, names);
  return [
    `Tracked instead: ${names.map((each) => JSON.stringify(maskText(each))).join(', ')}.`,
    ...(near === null ? [] : [`Did you mean ${JSON.stringify(maskText(near))}?`]),
  ];
}

function describeMismatch({pointer, expected, found}: Mismatch): string {
  const name = parsePointer(pointer)?.at(-1) ?? '';
  const shown = found === undefined ? 'missing' : toMaskedJson(name, found);
  const wanted = toMaskedJson(name, expected);
  const same = shown === wanted ? ', another value (both are masked)' : '';
  return `${pointer === '' ? 'properties' : pointer} is ${shown}, expected ${wanted}${same}`;
}

/** Terminals and CI logs keep what a failed test says, so credentials are masked. */
function toMaskedJson(name: string, value: JsonValue): string {
  return isWhollySecret(name, typeof value === 'string' ? value : JSON.stringify(value))
    ? JSON.stringify(MASK)
    : maskText(JSON.stringify(value));
}
