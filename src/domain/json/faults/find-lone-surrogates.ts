import {createPlaceFinder, toPointer} from '../place-at';

/** Half of a character: UTF-8 cannot encode it, and most servers replace it by U+FFFD or reject the text. */
export interface LoneSurrogate {
  /** Pointer of the string that contains it, or of the member whose key does. */
  pointer: string;
  inKey: boolean;
  /** The surrogate itself, or its escape `\ud800`; in UTF-16 units. */
  start: number;
  end: number;
}

const HIGH = '[\\ud800-\\udbff]|\\\\u[dD][89abAB][\\da-fA-F]{2}';
const LOW = '[\\udc00-\\udfff]|\\\\u[dD][c-fC-F][\\da-fA-F]{2}';
const SUSPICIOUS = new RegExp(`${HIGH}|${LOW}`);
/** A pair, escaped or not, as one token; then a single surrogate; and other escapes, so that \\ is not split. */
const STEP = new RegExp(`(?:${HIGH})(?:${LOW})|(${HIGH}|${LOW})|\\\\[^]`, 'g');

/** The unpaired surrogates of valid JSON text, escaped or raw. */
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
