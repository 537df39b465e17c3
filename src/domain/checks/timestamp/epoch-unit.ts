const units = [
  {name: 'seconds', milliseconds: 1000},
  {name: 'milliseconds', milliseconds: 1},
  {name: 'microseconds', milliseconds: 1e-3},
  {name: 'nanoseconds', milliseconds: 1e-6},
] as const;

const YEAR_1990 = 631_152_000_000;
const YEAR_2100 = 4_102_444_800_000;

/** The unit in which a number would be a Unix time between 1990 and 2100, or null if there is none. */
export function toEpochUnit(value: number): (typeof units)[number] | null {
  return units.find(({milliseconds}) => isRecent(value * milliseconds)) ?? null;
}

function isRecent(instant: number): boolean {
  return instant > YEAR_1990 && instant < YEAR_2100;
}
