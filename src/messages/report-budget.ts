/** Characters for which a page gets time in each millisecond. */
const PER_MS = 1_500;
/** What a report without a body counts as. */
const REPORT = 15_000;

/**
 * What reports of the page hook may take of our time, for each tab or frame by its ID: about 1 MB a second, and more at
 * once. A page that writes reports of its own costs no other page more than that.
 * @param burst in milliseconds, how much of that it may have at once
 * @returns whether a report of so many characters may pass, at a time in milliseconds
 */
export function createReportBudget(burst: number): (id: number, characters: number, now: number) => boolean {
  /** Until when its time is spent. */
  const spent = new Map<number, number>();
  return (id, characters, now) => {
    const from = now - burst;
    const until = Math.max(spent.get(id) ?? from, from) + (characters + REPORT) / PER_MS;
    if (until > now) return false;
    spent.set(id, until);
    return true;
  };
}
