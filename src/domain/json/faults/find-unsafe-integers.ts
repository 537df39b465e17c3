import {createPlaceFinder, toPointer} from '../place-at';

/** An integer that a reader with doubles changes. */
export interface UnsafeInteger {
  pointer: string;
  /** As written. */
  digits: string;
  /** Its value according to JSON.parse. */
  rounded: number;
}

const SUSPICIOUS = /\d{16}/;
/** A string as one token, so that digits in it are skipped, or a number. */
const STEP = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/** The integers of valid JSON text beyond 2^53 that are rounded; integers that were written from a double are not. */
export function findUnsafeIntegers(text: string): UnsafeInteger[] {
  if (!SUSPICIOUS.test(text)) return [];
  const found: UnsafeInteger[] = [];
  const placeAt = createPlaceFinder(text);
  for (const {0: token, index} of text.matchAll(STEP)) {
    if (token.length < 16 || !/^-?\d+$/.test(token)) continue;
    const rounded = Number(token);
    if (!isExact(token, rounded)) found.push({pointer: toPointer(placeAt(index)), digits: token, rounded});
  }
  return found;
}

/** A double has at most 309 digits; longer integers need no arithmetic. */
function isExact(digits: string, value: number): boolean {
  if (String(value) === digits) return true;
  return digits.length < 320 && Number.isFinite(value) && BigInt(digits) === BigInt(value);
}
