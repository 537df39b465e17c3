import {insertNewlineAndIndent} from '@codemirror/commands';
import {foldable, indentUnit, syntaxTree} from '@codemirror/language';
import {EditorState} from '@codemirror/state';
import {expect, it} from 'vitest';
import {json} from './json-language';

function open(doc: string): EditorState {
  return EditorState.create({doc, extensions: [json(), indentUnit.of('  ')]});
}

/** The tokens with a colour, as `string "a"`. */
function listTokens(doc: string): string[] {
  const tokens: string[] = [];
  syntaxTree(open(doc)).iterate({
    enter: ({name, from, to}) => {
      if (name !== 'json' && name !== 'Document') tokens.push(`${name} ${doc.slice(from, to)}`);
    },
  });
  return tokens;
}

it.each([
  ['{"a": "b"}', ['propertyName "a"', 'string "b"']],
  [
    '{"a" : [-1.5e+3, 12345678901234567890]}',
    ['propertyName "a"', 'number -1.5e+3', 'number 12345678901234567890'],
  ],
  ['{"a":"b", "c":\n1}', ['propertyName "a"', 'separator :', 'string "b"', 'propertyName "c"', 'number 1']],
  ['[true, false, null]', ['bool true', 'bool false', 'null null']],
  ['["a\\"b", "\\\\"]', ['string "a\\"b"', 'string "\\\\"']],
  ['["open\n"next"]', ['string "open', 'string "next"']],
  ['[nul, truely // x\n]', ['invalid nul', 'invalid truely', 'invalid //', 'invalid x']],
])('names the tokens of %s', (doc, tokens) => {
  expect(listTokens(doc)).toEqual(tokens);
});

const batch = '[\n  {\n    "a": {\n      "b": 1\n    },\n    "c": []\n  }\n]';

/** The text that would be collapsed at this line. */
function foldAt(doc: string, number: number): string | null {
  const state = open(doc);
  const line = state.doc.line(number);
  const range = foldable(state, line.from, line.to);
  return range && state.sliceDoc(range.from, range.to);
}

it.each([
  ['the batch', 1, batch.slice(1, -1)],
  ['an event', 2, batch.slice(5, batch.lastIndexOf('}'))],
  ['an object inside', 3, '\n      "b": 1\n    '],
  ['nothing where a line opens nothing', 4, null],
  ['nothing where it closes again', 6, null],
])('folds %s', (_, line, folded) => {
  expect(foldAt(batch, line)).toBe(folded);
});

it('folds a batch that is longer than it looks through', () => {
  const events = Array.from({length: 6_000}, () => '  {\n  }').join(',\n');
  expect(foldAt(`[\n${events}\n]\n`, 1)).toBe(`\n${events}\n`);
});

it('does not fold what another bracket closes', () => {
  expect(foldAt('{\n  "a": 1\n]', 1)).toBeNull();
});

it.each([
  ['behind an opening bracket', '  "a": {|', '  "a": {\n    '],
  ['between brackets', '  "a": {|}', '  "a": {\n    \n  }'],
  ['behind a member', '    "a": 1,|', '    "a": 1,\n    '],
])('indents a line that is begun %s', (_, marked, typed) => {
  let state = open(marked.replace('|', '')).update({selection: {anchor: marked.indexOf('|')}}).state;
  insertNewlineAndIndent({state, dispatch: (transaction) => (state = transaction.state)});
  expect(state.doc.toString()).toBe(typed);
});
