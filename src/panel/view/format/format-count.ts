const numbers = new Intl.NumberFormat('en-US');

/** 1001 → "1,001" */
export function formatCount(count: number): string {
  return numbers.format(count);
}

/** (2, "issue") → "2 issues" */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** (2, 63, "event") → "2 of 63 events"; (63, 63, "event") → "63 events" */
export function countOfAll({shown, all}: {shown: number; all: number}, noun: string): string {
  return shown === all ? countOf(all, noun) : `${formatCount(shown)} of ${countOf(all, noun)}`;
}
