/** How many characters a page may report for each millisecond. */
const PER_MS = 1_500;
/** In characters: the cost of a report besides its body. */
const REPORT = 15_000;

/**
 * Limits the time that we spend on reports of the page hook, for each tab or frame by its ID: about 1 MB a second, and
 * more in a burst. A page that sends without end cannot slow down other pages more than that.
 * @param burst in milliseconds: how much of the budget may be used at once
 * @returns whether a report with this many characters may pass, at a time in milliseconds
 */
export function createReportBudget(burst: number): (id: number, characters: number, now: number) => boolean {
  /** By ID: the time up to which the budget is used. */
  const spent = new Map<number, number>();
  return (id, characters, now) => {
    const from = now - burst;
    const used = spent.get(id) ?? from;
    // It is only in the future if the clock was set back.
    const until = (used > from && used <= now ? used : from) + (characters + REPORT) / PER_MS;
    if (until > now) return false;
    spent.set(id, until);
    return true;
  };
}
