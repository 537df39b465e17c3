import {escapeHidden} from '../bytes/hidden-characters';
import {maskTokens} from '../secrets/looks-like-token';

/** By it Excel knows UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A table as CSV (RFC 4180, CRLF), with what looks like a token masked. */
export function toCsvText(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(quoteCell).join(',')}\r\n`).join('');
}

/**
 * Spreadsheets run what begins with one of these as a formula (OWASP, CSV Injection), full-width ones too in some
 * locales: an apostrophe makes it text. Every cell is quoted, so that none begins within another where a spreadsheet
 * splits at semicolons or tabs.
 */
function quoteCell(cell: string): string {
  const shown = escapeHidden(maskTokens(cell));
  const inert = /^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${shown}` : shown;
  return `"${inert.replaceAll('"', '""')}"`;
}
