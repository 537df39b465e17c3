/** Line and column count from 1; columns and offsets in UTF-16 units, as in strings and in the editor. */
export interface TextPosition {
  offset: number;
  line: number;
  column: number;
}

/** Lines end with \n, \r\n or a single \r, as other tools count them. */
export function toLineColumn(text: string, offset: number): TextPosition {
  return createLineCounter(text)(offset);
}

/**
 * For many offsets of one text: if called with ascending offsets, the text is read once. An offset before the last
 * line found starts again from the top.
 */
export function createLineCounter(text: string): (offset: number) => TextPosition {
  const nextLine = createLineFinder(text);
  let line = 1;
  let lineStart = 0;
  let nextStart = nextLine(0);
  return (offset) => {
    if (offset < lineStart) {
      line = 1;
      lineStart = 0;
      nextStart = nextLine(0);
    }
    while (nextStart <= offset) {
      line++;
      lineStart = nextStart;
      nextStart = nextLine(lineStart);
    }
    return {offset, line, column: offset - lineStart + 1};
  };
}

/** The start of the line after the one that begins at `from`; infinite on the last line. */
function createLineFinder(text: string): (from: number) => number {
  if (!text.includes('\r')) {
    return (from) => {
      const feed = text.indexOf('\n', from);
      return feed < 0 ? Number.POSITIVE_INFINITY : feed + 1;
    };
  }
  const lineBreak = /\r\n?|\n/g;
  return (from) => {
    lineBreak.lastIndex = from;
    return lineBreak.test(text) ? lineBreak.lastIndex : Number.POSITIVE_INFINITY;
  };
}
