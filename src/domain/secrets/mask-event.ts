import type {JsonValue} from '../json/json-value';
import {maskText} from './mask-text';

/** An event with its credentials masked as in its text; null if it has none. */
export function maskEvent(value: JsonValue): JsonValue | null {
  const text = JSON.stringify(value);
  const masked = maskText(text);
  if (masked === text) return null;
  const parsed: JsonValue = JSON.parse(masked);
  return parsed;
}
