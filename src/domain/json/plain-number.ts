/** Longer numbers are not IDs, and written out they could fill the memory. */
const MAX_DIGITS = 1_000;

/**
 * A JSON number without exponent and needless zeros, exactly: 1e3, 1.0e3 and 1000 are "1000", -0 is "0", and no digit of
 * 12345678901234567890 is rounded.
 */
export function toPlainNumber(written: string): string {
  if (written.length > MAX_DIGITS) return written;
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(written) ?? [];
  const point = whole.length + Number(power);
  if (whole === '' || Math.abs(point) > MAX_DIGITS) return written;
  const digits = '0'.repeat(Math.max(0, 1 - point)) + whole + fraction;
  const at = Math.max(1, point);
  const padded = digits.padEnd(at, '0');
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  let end = padded.length;
  while (end > at && padded[end - 1] === '0') end--;
  const plain = end === at ? before : `${before}.${padded.slice(at, end)}`;
  return plain === '0' ? plain : sign + plain;
}
