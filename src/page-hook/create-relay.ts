import {HOOK_REPORT_LIMIT} from '../messages/hook-report-limit';
import {createReportBudget} from '../messages/report-budget';

/** The maximum number of reports per second; more would be noise, or an attack. */
const PER_SECOND = 50;
/** The burst of one frame, in milliseconds: a page may have any number of frames. */
const BURST = 3_000;

/** Passes on reports from the page's world, parsed and limited in size and rate. The background checks the rest. */
export function createRelay(pass: (report: unknown) => void, now: () => number): (detail: unknown) => void {
  const allows = createReportBudget(BURST);
  let second = 0;
  let count = 0;
  return (detail) => {
    if (typeof detail !== 'string' || detail.length > HOOK_REPORT_LIMIT) return;
    const current = Math.floor(now() / 1_000);
    count = current === second ? count + 1 : 1;
    second = current;
    if (count > PER_SECOND || !allows(0, detail.length, now())) return;
    const report = parse(detail);
    if (report !== undefined) pass(report);
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // It comes from the page's world.
    return undefined;
  }
}
