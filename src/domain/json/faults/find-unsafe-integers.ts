import {createPlaceFinder, toPointer} from '../place-at';

/** An integer that a reader with doubles makes another of. */
export interface UnsafeInteger {
  pointer: string;
  /** As written. */
  digits: string;
  /** What JSON.parse makes of it. */
  rounded: number;
}

const SUSPICIOUS = /\d{16}/;
/** A string in one step, so that digits in it are passed over, or a number. */
const STEP = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/** The integers of valid JSON text that are rounded beyond 2^53; what a double was written as comes back the same. */
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

/** No double has more than 309 digits, and longer ones are not worth the arithmetic. */
function isExact(digits: string, value: number): boolean {
  if (String(value) === digits) return true;
  return digits.length < 320 && Number.isFinite(value) && BigInt(digits) === BigInt(value);
}
