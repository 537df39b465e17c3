import {toByteText} from '../byte-text';

const single = ['‘', '’', '‚'].map(toByteText);
const double = ['“', '”', '„'].map(toByteText);

/**
 * Reads a word in quotes that a chat, wiki or text processor made of straight ones, from its first quote to one that a
 * blank or the end follows. Those inside were straight ones too. Null: no such word begins here.
 */
export function readTypographic(text: string, start: number): {value: string; end: number} | null {
  const quotes = [single, double].find((kind) => kind.some((quote) => text.startsWith(quote, start)));
  if (quotes === undefined) return null;
  for (let at = start + 3; at < text.length; at++) {
    const isQuote = quotes.some((quote) => text.startsWith(quote, at));
    if (isQuote && /^(?:[\s;|&)]|$)/.test(text.charAt(at + 3))) {
      return {value: straighten(text.slice(start + 3, at)), end: at + 3};
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
