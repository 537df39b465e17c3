import {escapeHidden} from '../bytes/hidden-characters';
import {maskTokens} from '../secrets/looks-like-token';

/** Lets Excel recognise UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A table as CSV (RFC 4180, CRLF), with everything that looks like a token masked. */
export function toCsvText(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(quoteCell).join(',')}\r\n`).join('');
}

/**
 * Spreadsheets run cells that begin with one of these as a formula (OWASP, CSV Injection), in some locales also
 * full-width ones: an apostrophe makes it text. Every cell is quoted, so that it cannot be split where a spreadsheet
 * splits at semicolons or tabs.
 */
function quoteCell(cell: string): string {
  const shown = escapeHidden(maskTokens(cell));
  const inert = /^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${shown}` : shown;
  return `"${inert.replaceAll('"', '""')}"`;
}
