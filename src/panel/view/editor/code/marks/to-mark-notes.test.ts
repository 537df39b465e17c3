import {expect, it} from 'vitest';
import {toMarkNotes} from './to-mark-notes';

const property = {name: 'is_test', text: 'true'};
const target = 'https://staging.example.test';
const targets = [{name: 'Staging', baseUrl: target}];
const toNotes = (kept: number, unmarked: number) =>
  toMarkNotes({target, property, text: '', marks: {edits: [], kept, unmarked}}, targets);

it('tells what the target’s mark changes, and which events go without it', () => {
  const changed =
    'The test property "is_test": true is added to each event sent to Staging. “Changes” shows the text that is sent.';
  expect(toMarkNotes(null, targets)).toEqual([]);
  expect(toNotes(0, 0)).toEqual([changed]);
  expect(toNotes(1, 2)).toEqual([
    changed,
    '1 event with “is_test” already: that value is kept.',
    'Not added to 2 events: the object to add it to is missing.',
  ]);
  expect(toMarkNotes({target, property, text: '', marks: null}, [])).toEqual([
    'The test property of https://staging.example.test, "is_test": true, cannot be added: the text is not valid JSON.',
  ]);
});
