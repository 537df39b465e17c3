import {daysInMonth, toEpochDay} from './calendar';

/**
 * Milliseconds since the epoch of `YYYY-MM-DDThh:mm:ss[.f…](Z|+00:00)` with every part in range, else NaN. Nearly
 * every event takes this path, so it reads character codes and does not allocate; other texts are classified by
 * slower code.
 */
export function readPlainUtc(text: string): number {
  const length = text.length;
  if (length < 20 || length > 64) return Number.NaN;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(10) !== 84) return Number.NaN;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return Number.NaN;
  const year = digits(text, 0) * 100 + digits(text, 2);
  const month = digits(text, 5);
  const day = digits(text, 8);
  const hour = digits(text, 11);
  const minute = digits(text, 14);
  const second = digits(text, 17);
  // Comparisons with NaN are false, so a character that is not a digit ends here as well.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 59))
    return Number.NaN;
  if (day > 28 && day > daysInMonth(year, month)) return Number.NaN;
  const milliseconds = readFractionAndZone(text, length);
  return (
    toEpochDay(year, month, day) * 86_400_000 +
    hour * 3_600_000 +
    minute * 60_000 +
    second * 1000 +
    milliseconds
  );
}

function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Milliseconds of the fraction, without further digits; NaN if the rest is anything but a fraction and UTC. */
function readFractionAndZone(text: string, length: number): number {
  let at = 19;
  let milliseconds = 0;
  if (text.charCodeAt(at) === 46) {
    at++;
    for (let unit = 100; at < length; at++, unit = unit === 1 ? 0 : Math.floor(unit / 10)) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) break;
      milliseconds += digit * unit;
    }
    if (at === 20) return Number.NaN;
  }
  if (at === length - 1) return text.charCodeAt(at) === 90 ? milliseconds : Number.NaN;
  return at === length - 6 && text.endsWith('+00:00') ? milliseconds : Number.NaN;
}
