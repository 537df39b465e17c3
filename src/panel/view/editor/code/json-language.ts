import {
  foldService,
  type IndentContext,
  indentService,
  LanguageSupport,
  StreamLanguage,
  type StringStream,
} from '@codemirror/language';
import type {EditorState, Text} from '@codemirror/state';

/**
 * JSON, read line by line: a string ends on its line. Only the visible lines are read, wherever they are. A grammar
 * reads everything above first, which in a batch of 2 MB took longer than a frame for every key.
 */
export const jsonLanguage = StreamLanguage.define<null>({
  name: 'json',
  startState: () => null,
  token: readToken,
  languageData: {closeBrackets: {brackets: ['{', '[', '"']}},
});

export function json(): LanguageSupport {
  return new LanguageSupport(jsonLanguage, [foldService.of(findFold), indentService.of(indent)]);
}

/** For a colon without a space after it: in pretty-printed text, one is drawn there. */
const COLON = 'separator';

/** The name of the token's colour; see `editor-theme.ts`. */
function readToken(stream: StringStream): string | null {
  if (stream.eatSpace()) return null;
  if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return stream.match(/^\s*:/, false) ? 'propertyName' : 'string';
  if (stream.match(/^:(?=\S)/)) return COLON;
  if (stream.match(/^[{}[\],:]/)) return null;
  if (stream.match(/^-?\d[\d.eE+-]*/)) return 'number';
  if (stream.match(/^(?:true|false)\b/)) return 'bool';
  if (stream.match(/^null\b/)) return 'null';
  stream.match(/^[^\s"{}[\],:]+/);
  return 'invalid';
}

/** The number of lines that are searched for the end of a fold; beyond them only the end of the document is tried. */
const NEAR = 5_000;
const LAST = 50;

const closing = new Map([
  ['{', '}'],
  ['[', ']'],
]);

/** From after the bracket that ends a line to its closing one: the next line that is not indented more. */
function findFold({doc}: EditorState, from: number): {from: number; to: number} | null {
  const line = doc.lineAt(from);
  const close = closing.get(line.text.trimEnd().slice(-1));
  if (close === undefined) return null;
  const depth = depthOf(line.text);
  const end = findEnd(doc, line.number, depth);
  if (end === null || end.text[depthOf(end.text)] !== close) return null;
  return {from: line.from + line.text.trimEnd().length, to: end.from + depthOf(end.text)};
}

function findEnd(doc: Text, first: number, depth: number) {
  const isEnd = (text: string) => text.trim() !== '' && depthOf(text) <= depth;
  for (let number = first + 1; number <= Math.min(doc.lines, first + NEAR); number++) {
    const line = doc.line(number);
    if (isEnd(line.text)) return line;
  }
  let outermost = null;
  for (let number = doc.lines; number > Math.max(first + NEAR, doc.lines - LAST); number--) {
    const line = doc.line(number);
    if (isEnd(line.text)) outermost = line;
  }
  return outermost;
}

function depthOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** One level deeper after an opening bracket, else like the line that is broken. */
function indent({state, unit}: IndentContext, position: number): number {
  const line = state.doc.lineAt(position);
  const before = line.text.slice(0, position - line.from).trimEnd();
  return depthOf(line.text) + (closing.has(before.slice(-1)) ? unit : 0);
}
