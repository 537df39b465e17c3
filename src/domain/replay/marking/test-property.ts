import {isSecretParameter} from '../../secrets/secret-names';

/** A property that marks an event as a test for its readers. */
export interface TestProperty {
  name: string;
  /** JSON, just as it goes into the text: `true`, `"qa"`. */
  text: string;
}

/**
 * Reads `is_test: true`. A value that is no JSON is a word: `run: qa` is `"qa"`. Null where it is no property with one
 * plain value, and where its name says that it is a credential: the settings it is in are stored on disk.
 */
export function readTestProperty(text: string): TestProperty | null {
  const colon = text.indexOf(':');
  const name = text.slice(0, Math.max(0, colon)).trim();
  const value = text.slice(colon + 1).trim();
  if (!/^[^\p{Cc}:"[\]{}]+$/u.test(name) || !/^\P{Cc}+$/u.test(value) || isSecretParameter(name)) return null;
  const json = toJson(value);
  return json === null ? null : {name, text: json};
}

function toJson(value: string): string | null {
  try {
    const parsed: unknown = JSON.parse(value);
    return parsed !== null && typeof parsed !== 'object' ? value : null;
  } catch {
    // No JSON: a word that is meant as text, unless it looks like JSON that is broken.
    return /^["[{]/.test(value) ? null : JSON.stringify(value);
  }
}
