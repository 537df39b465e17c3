import {toByteText} from '../byte-text';

const single = ['‘', '’', '‚', '‹', '›', '＇'].map(toByteText);
const double = ['“', '”', '„', '«', '»', '＂'].map(toByteText);

/**
 * Reads a word in quotes that a chat, wiki or text processor created from straight ones, from its first quote to one
 * that is followed by a blank or the end. Those inside were straight ones too. Null: no such word begins here.
 */
export function readTypographic(text: string, start: number): {value: string; end: number} | null {
  const quotes = [single, double].find((kind) => kind.some((quote) => text.startsWith(quote, start)));
  const open = quotes?.find((quote) => text.startsWith(quote, start));
  if (quotes === undefined || open === undefined) return null;
  for (let at = start + open.length; at < text.length; at++) {
    const close = quotes.find((quote) => text.startsWith(quote, at));
    if (close !== undefined && /^(?:[\s;|&)]|$)/.test(text.charAt(at + close.length))) {
      return {value: straighten(text.slice(start + open.length, at)), end: at + close.length};
    }
  }
  return null;
}

function straighten(text: string): string {
  let straight = text;
  for (const quote of single) straight = straight.replaceAll(quote, "'");
  for (const quote of double) straight = straight.replaceAll(quote, '"');
  return straight;
}
