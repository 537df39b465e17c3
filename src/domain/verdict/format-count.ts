/** Before each group of three digits up to the end, except before the first digit. A number has up to 21 digits. */
const GROUPS = /\B(?=(?:\d{3}){1,7}$)/g;

/** 12345 as 12,345; for integers. `Intl.NumberFormat` takes 15 ms before the first number. */
export function formatCount(count: number): string {
  return String(count).replace(GROUPS, ',');
}

/** "1 event", "1,000 events". */
export function countOf(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
}
