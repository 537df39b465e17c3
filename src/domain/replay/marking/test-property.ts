import {isSecretParameter} from '../../secrets/secret-names';

/** A property that marks an event as a test for its readers. */
export interface TestProperty {
  name: string;
  /** JSON, exactly as inserted into the text: `true`, `"qa"`. */
  text: string;
}

/**
 * Reads `is_test: true`. A value that is not JSON is a word: `run: qa` is `"qa"`. Null if it is not a property with
 * one plain value, and if its name means that it is a credential: its settings are stored on disk.
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
    // Not JSON: a word that is meant as text, unless it looks like invalid JSON.
    return /^["[{]/.test(value) ? null : JSON.stringify(value);
  }
}
