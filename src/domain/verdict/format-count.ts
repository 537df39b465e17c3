/** Before each group of three digits up to the end, but not before the first digit. A number has 21 digits at most. */
const GROUPS = /\B(?=(?:\d{3}){1,7}$)/g;

/** 12345 as 12,345; of whole numbers. `Intl.NumberFormat` takes 15 ms until it writes the first one. */
export function formatCount(count: number): string {
  return String(count).replace(GROUPS, ',');
}

/** "1 event", "1,000 events". */
export function countOf(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
}
