/** The latest time that a Date can represent, in milliseconds since the epoch (ECMA-262, 21.4.1.1). */
export const LAST_TIME = 8.64e15;

/** Whether a Date can represent this time; times from pages, files and other programs may be invalid. */
export function isTime(at: number | null): at is number {
  return at !== null && Math.abs(at) <= LAST_TIME;
}

/** The time as ISO 8601 in UTC; null if it was not recorded or is not valid. */
export function toIsoTime(at: number | null): string | null {
  return isTime(at) ? new Date(at).toISOString() : null;
}
