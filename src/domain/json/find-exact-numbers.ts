import {appendToken} from './json-pointer';
import type {JsonValue} from './json-value';
import {locate} from './locate';

/** An event with more values than this is not searched completely. */
const MAX_VALUES = 20_000;

/**
 * The numbers of an event as they were written, by their pointer inside it, if JavaScript would show them
 * differently: 12345678901234567890, 1e400, -0, 1.50. `text` is the body that contains the event at `pointer`.
 */
export function findExactNumbers(
  event: JsonValue,
  text: string,
  pointer: string,
): ReadonlyMap<string, string> {
  const numbers = findNumbers(event);
  const exact = new Map<string, string>();
  if (numbers.size === 0) return exact;
  const ranges = locate(
    text,
    [...numbers.keys()].map((inner) => pointer + inner),
  );
  for (const [inner, shown] of numbers) {
    const range = ranges.get(pointer + inner);
    const written = range && text.slice(range.start, range.end);
    if (written !== undefined && written !== shown) exact.set(inner, written);
  }
  return exact;
}

/** How JavaScript shows the numbers of an event, by their pointer inside it. */
function findNumbers(event: JsonValue): Map<string, string> {
  const numbers = new Map<string, string>();
  const open: [value: JsonValue, pointer: string][] = [[event, '']];
  for (let seen = 0; seen < MAX_VALUES; seen++) {
    const next = open.pop();
    if (!next) break;
    const [value, pointer] = next;
    if (typeof value === 'number') numbers.set(pointer, String(value));
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, member] of Object.entries(value)) open.push([member, appendToken(pointer, key)]);
  }
  return numbers;
}
