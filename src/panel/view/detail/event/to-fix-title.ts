import type {FixCode} from '../../../../domain/edit/fixes/fix-code';

/** "timestamp-to-utc" → "timestamp to UTC" */
export function toFixTitle(code: FixCode): string {
  return code.replaceAll('-', ' ').replace(/\b(utc|id|json)\b/g, (word) => word.toUpperCase());
}
