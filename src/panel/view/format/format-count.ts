const numbers = new Intl.NumberFormat('en-US');

/** 1001 → "1,001" */
export function formatCount(count: number): string {
  return numbers.format(count);
}

/** (2, "issue") → "2 issues" */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
