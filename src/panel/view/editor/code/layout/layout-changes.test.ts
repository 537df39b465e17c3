import {describe, expect, it} from 'vitest';
import {applyTextChanges, type TextChange} from '../../../../../domain/json/edit/text-change';
import {toLayoutChanges} from './layout-changes';
import {toReadableText} from './readable-text';

const text = '[{"a":1,"b":{"c":2}}]';

function layOut(edits: readonly TextChange[]) {
  const {lines, added} = toReadableText(text);
  const after = applyTextChanges(text, edits);
  return toLayoutChanges(lines.join('\n'), added, edits, {text: after, added: toReadableText(after).added});
}

describe('the changes of a document that is laid out', () => {
  it.each<[string, TextChange, TextChange]>([
    [
      'a value is replaced, and nothing beside it',
      {from: 6, to: 7, insert: '20'},
      {from: 14, to: 15, insert: '20'},
    ],
    [
      'a member comes with a line of its own',
      {from: 8, to: 8, insert: '"n":0,'},
      {from: 21, to: 21, insert: '"n":0,\n    '},
    ],
    ['a member goes with its line', {from: 7, to: 19, insert: ''}, {from: 15, to: 44, insert: ''}],
  ])('%s', (_, edit, change) => {
    expect(layOut([edit])).toEqual([change]);
  });

  it('nothing is changed where nothing is edited', () => {
    expect(layOut([])).toEqual([]);
  });
});
