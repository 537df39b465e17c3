const units: Readonly<Record<string, number>> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  min: 60_000,
  s: 1_000,
  ms: 1,
};

const sign = '[+\u2212-]?';
const part = String.raw`(\d{1,20}(?:\.\d{1,20})?)\s{0,9}(ms|min|[wdhms])`;
/** One part after the other, each beginning where the previous one ends. */
const step = new RegExp(String.raw`${part}\s{0,9}`, 'giy');
const whole = new RegExp(String.raw`^(${sign})\s*((?:${part}\s{0,9})+)$`, 'i');

/**
 * Milliseconds of a duration as people write it: `-1d 2h`, `90min`, `1.5 h`, `+500ms`; the sign applies to all parts.
 * Null for anything else, and if it is not a whole number of milliseconds.
 */
export function readDuration(text: string): number | null {
  const [, before = '', parts = ''] = whole.exec(text.trim()) ?? [];
  if (parts === '') return null;
  let sum = 0;
  for (const [, count = '', unit = ''] of parts.matchAll(step)) {
    sum += toMilliseconds(count, units[unit.toLowerCase()] ?? Number.NaN);
  }
  if (!Number.isSafeInteger(sum)) return null;
  return before === '' || before === '+' ? sum : -sum;
}

/** In whole numbers, since 2.3 × 3,600,000 is not 8,280,000 in binary; NaN if a fraction remains. */
function toMilliseconds(count: string, unit: number): number {
  const [whole = '', digits = ''] = count.split('.');
  const fraction = withoutLastZeros(digits);
  const scale = 10 ** fraction.length;
  const scaled = Number(whole + fraction) * unit;
  return Number.isSafeInteger(scaled) && scaled % scale === 0 ? scaled / scale : Number.NaN;
}

function withoutLastZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}
