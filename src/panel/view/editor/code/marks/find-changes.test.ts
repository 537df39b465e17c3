import {ChangeSet, type ChangeSpec, Text} from '@codemirror/state';
import {expect, it} from 'vitest';
import {findChanges} from './find-changes';

const length = Text.of(['0123456789']).length;

it.each<[what: string, changes: ChangeSpec, places: {from: number; to: number}[]]>([
  ['nothing', [], []],
  ['one value', {from: 2, to: 4, insert: 'abc'}, [{from: 2, to: 5}]],
  ['a removal', {from: 2, to: 4}, [{from: 2, to: 2}]],
  [
    'two places',
    [
      {from: 1, insert: 'x'},
      {from: 8, to: 9, insert: 'yz'},
    ],
    [
      {from: 1, to: 2},
      {from: 9, to: 11},
    ],
  ],
  ['the whole text', {from: 0, to: 10, insert: 'new'}, []],
])('tells where %s was changed', (_, changes, places) => {
  expect(findChanges(ChangeSet.of(changes, length))).toEqual(places);
});
