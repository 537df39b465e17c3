/** In characters: how many more a page gets in each millisecond. */
const PER_MS = 1_500;
/** What a report without a body counts as. */
const REPORT = 15_000;

/**
 * What reports of the page hook may take of our time, for each tab or frame by its ID: about 1 MB a second, and more at
 * once. A page that writes reports of its own costs no other page more than that.
 * @param burst in characters, as many as it may have at once
 * @returns whether a report of so many characters may pass, at a time in milliseconds
 */
export function createReportBudget(burst: number): (id: number, characters: number, now: number) => boolean {
  const budgets = new Map<number, {left: number; at: number}>();
  return (id, characters, now) => {
    const {left, at} = budgets.get(id) ?? {left: burst, at: now};
    const rest = Math.min(burst, left + (now - at) * PER_MS) - characters - REPORT;
    if (rest >= 0) budgets.set(id, {left: rest, at: now});
    return rest >= 0;
  };
}
