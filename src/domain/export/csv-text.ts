/** A table as CSV (RFC 4180, CRLF). */
export function toCsvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(quoteCell).join(',')}\r\n`).join('');
}

/**
 * Spreadsheets run what begins with one of these as a formula (OWASP, CSV Injection), full-width ones too in some
 * locales: an apostrophe makes it text.
 */
function quoteCell(cell: string): string {
  const inert = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
