/**
 * At most `length` characters, with an ellipsis, on one line: a 1 MB string in a row would freeze the panel, and
 * direction marks or line breaks would tear it.
 */
export function shorten(text: string, length: number): string {
  const head = text.length > length ? `${text.slice(0, length)}…` : text;
  return head.replace(UNRULY, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: making them visible is the point
const UNRULY = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\u200e\u200f]/g;
