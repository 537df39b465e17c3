/** Proleptic Gregorian calendar by arithmetic: `Date` would silently turn 30 February into a day in March. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days since 1970-01-01 of an existing date; algorithm of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function toEpochDay(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The days that ended with a leap second (IERS Bulletin C; the last one so far in 2016). */
const leapSecondDays: ReadonlySet<number> = new Set(
  [
    [1972, 6],
    [1972, 12],
    [1973, 12],
    [1974, 12],
    [1975, 12],
    [1976, 12],
    [1977, 12],
    [1978, 12],
    [1979, 12],
    [1981, 6],
    [1982, 6],
    [1983, 6],
    [1985, 6],
    [1987, 12],
    [1989, 12],
    [1990, 12],
    [1992, 6],
    [1993, 6],
    [1994, 6],
    [1995, 12],
    [1997, 6],
    [1998, 12],
    [2005, 12],
    [2008, 12],
    [2012, 6],
    [2015, 6],
    [2016, 12],
  ].map(([year = 0, month = 0]) => toEpochDay(year, month, month === 6 ? 30 : 31)),
);

export function hasLeapSecond(epochDay: number): boolean {
  return leapSecondDays.has(epochDay);
}
