import {expect, it} from 'vitest';
import {toMarkNotes} from './to-mark-notes';

const property = {name: 'is_test', text: 'true'};
const target = 'https://staging.example.test';
const targets = [{name: 'Staging', baseUrl: target}];
const toNotes = (kept: number, unmarked: number) =>
  toMarkNotes({target, property, text: '', marks: {edits: [], kept, unmarked}}, targets);

it('tells what the target’s mark changes, and which events go without it', () => {
  const changed =
    'Every event that goes to Staging gets its test mark, "is_test": true: “Changes” shows the text that is sent.';
  expect(toMarkNotes(null, targets)).toEqual([]);
  expect(toNotes(0, 0)).toEqual([changed]);
  expect(toNotes(1, 2)).toEqual([
    changed,
    '1 event with a “is_test” of its own: that one stays.',
    '2 events can’t be marked: there is no object to hold it.',
  ]);
  expect(toMarkNotes({target, property, text: '', marks: null}, [])).toEqual([
    'The test mark of https://staging.example.test, "is_test": true, can’t be put in: the text is no JSON.',
  ]);
});
