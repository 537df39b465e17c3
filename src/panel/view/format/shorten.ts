import {cutText, replaceHidden, toEscape} from '../../../domain/bytes/hidden-characters';

/**
 * At most `length` characters, with an ellipsis, on one line: a 1 MB string in a row would freeze the panel, and
 * invisible characters would break it, reverse it or hide text.
 */
export function shorten(text: string, length: number): string {
  return replaceHidden(cutText(text, length), toEscape);
}
