import {HOOK_REPORT_LIMIT} from '../messages/hook-event';

/** A page may report so many in a second; more would be noise, or an attack. */
const PER_SECOND = 50;

/** Passes on what the page's world reports, parsed and limited in size and rate. The background checks the rest. */
export function createRelay(pass: (report: unknown) => void, now: () => number): (detail: unknown) => void {
  let second = 0;
  let count = 0;
  return (detail) => {
    if (typeof detail !== 'string' || detail.length > HOOK_REPORT_LIMIT) return;
    const current = Math.floor(now() / 1_000);
    count = current === second ? count + 1 : 1;
    second = current;
    if (count > PER_SECOND) return;
    const report = parse(detail);
    if (report !== undefined) pass(report);
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page may dispatch our event with anything in it.
    return undefined;
  }
}
