import {createPlaceFinder, toPointer} from '../place-at';

/** Half of a character: UTF-8 cannot carry it, and most servers put U+FFFD in its place or refuse the text. */
export interface LoneSurrogate {
  /** Of the string that holds it, or of the member whose key does. */
  pointer: string;
  inKey: boolean;
  /** The surrogate itself, or its escape `\ud800`; in UTF-16 units. */
  start: number;
  end: number;
}

const HIGH = '[\\ud800-\\udbff]|\\\\u[dD][89abAB][\\da-fA-F]{2}';
const LOW = '[\\udc00-\\udfff]|\\\\u[dD][c-fC-F][\\da-fA-F]{2}';
const SUSPICIOUS = new RegExp(`${HIGH}|${LOW}`);
/** A pair, escaped or not, in one step; then what is left alone; and other escapes, so that \\ is not taken apart. */
const STEP = new RegExp(`(?:${HIGH})(?:${LOW})|(${HIGH}|${LOW})|\\\\[^]`, 'g');

/** The surrogates of valid JSON text that stand alone, escaped or raw. */
export function findLoneSurrogates(text: string): LoneSurrogate[] {
  if (!SUSPICIOUS.test(text)) return [];
  const found: LoneSurrogate[] = [];
  const placeAt = createPlaceFinder(text);
  for (const match of text.matchAll(STEP)) {
    const lone = match[1];
    if (lone === undefined) continue;
    const place = placeAt(match.index);
    const inKey = place.part === 'key';
    found.push({pointer: toPointer(place), inKey, start: match.index, end: match.index + lone.length});
  }
  return found;
}
