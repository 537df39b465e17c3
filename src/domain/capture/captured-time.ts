/** The last moment that a Date can name, in milliseconds since the epoch (ECMA-262, 21.4.1.1). */
export const LAST_TIME = 8.64e15;

/** Whether a Date can name this moment: what pages, files and other programs hand over need not be one. */
export function isTime(at: number | null): at is number {
  return at !== null && Math.abs(at) <= LAST_TIME;
}

/** The moment as ISO 8601 in UTC; null if it was not recorded, or where it is not a moment at all. */
export function toIsoTime(at: number | null): string | null {
  return isTime(at) ? new Date(at).toISOString() : null;
}
