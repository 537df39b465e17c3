import {CLOSE_ARRAY, CLOSE_OBJECT, COMMA, endOfString, QUOTE, skipWhitespace} from '../scan';
import {lengthOfComment} from './classify-error';

export interface ForeignSyntax {
  comments: {start: number; end: number}[];
  /** The comma before a closing bracket; each is one character. */
  trailingCommas: {start: number; end: number}[];
}

/** Syntax that JavaScript and configuration files allow but JSON does not, found in one pass, at any nesting depth. */
export function findForeignSyntax(text: string): ForeignSyntax {
  const found: ForeignSyntax = {comments: [], trailingCommas: []};
  let comma = -1;
  let at = skipWhitespace(text, 0);
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const comment = lengthOfComment(text, at);
    let end = at + 1;
    if (comment > 0) {
      end = at + comment;
      found.comments.push({start: at, end});
    } else {
      if (code === QUOTE) end = endOfString(text, at);
      const isClosing = code === CLOSE_ARRAY || code === CLOSE_OBJECT;
      if (isClosing && comma >= 0) found.trailingCommas.push({start: comma, end: comma + 1});
      comma = code === COMMA ? at : -1;
    }
    at = skipWhitespace(text, end);
  }
  return found;
}
