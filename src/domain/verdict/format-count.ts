const format = new Intl.NumberFormat('en');

/** 12345 as 12,345. */
export function formatCount(count: number): string {
  return format.format(count);
}

/** "1 event", "1,000 events". */
export function countOf(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
}
