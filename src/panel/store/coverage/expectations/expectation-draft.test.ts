import {expect, it} from 'vitest';
import {aDraft, type ExpectationDraft, readDraft} from './expectation-draft';

const pages = null;
const event = 'A';

it.each<[Partial<ExpectationDraft>, object]>([
  [
    {phrase: 'exactly', count: '2'},
    {kind: 'count', event, bound: 'exactly', count: 2, pages},
  ],
  [
    {phrase: 'at-least', pages: ' */x '},
    {kind: 'count', event, bound: 'at-least', count: 1, pages: '*/x'},
  ],
  [
    {phrase: 'at-most', count: '0'},
    {kind: 'count', event, bound: 'at-most', count: 0, pages},
  ],
  [{phrase: 'never'}, {kind: 'never', event, pages}],
  [
    {phrase: 'before', other: 'B'},
    {kind: 'before', first: 'A', next: 'B', pages},
  ],
  [
    {phrase: 'within', other: 'B', seconds: '0.5'},
    {kind: 'within', first: 'A', next: 'B', milliseconds: 500, pages},
  ],
  [
    {phrase: 'present', property: 'a/b'},
    {kind: 'property', event, property: '/a~1b', pages},
  ],
  [
    {phrase: 'present', property: '/a/b'},
    {kind: 'property', event, property: '/a/b', pages},
  ],
  [
    {phrase: 'equal', property: 'n', value: '5'},
    {kind: 'property', event, property: '/n', equals: 5, pages},
  ],
  [
    {phrase: 'equal', property: 'n', value: '"5"'},
    {kind: 'property', event, property: '/n', equals: '5', pages},
  ],
  [
    {phrase: 'equal', property: 'n', value: 'pro plan'},
    {kind: 'property', event, property: '/n', equals: 'pro plan', pages},
  ],
  [
    {phrase: 'equal', property: 'n', value: '{"a":1}'},
    {kind: 'property', event, property: '/n', equals: '{"a":1}', pages},
  ],
])('%j is read as it is meant', (fields, facts) => {
  expect(readDraft(aDraft({event, ...fields}))).toEqual({ok: true, facts});
});

it.each<[Partial<ExpectationDraft>, string]>([
  [{event: ''}, 'Choose an event.'],
  [{count: ''}, 'whole number'],
  [{count: '1.5'}, 'whole number'],
  [{count: '-1'}, 'whole number'],
  [{phrase: 'before'}, 'Choose the other event.'],
  [{phrase: 'before', other: 'A'}, 'two different events'],
  [{phrase: 'within', other: 'B', seconds: '0'}, 'seconds'],
  [{phrase: 'within', other: 'B', seconds: 'soon'}, 'seconds'],
  [{phrase: 'present'}, 'name of a property'],
])('%j says what is missing', (fields, fault) => {
  expect(readDraft(aDraft({event, ...fields}))).toEqual({ok: false, fault: expect.stringContaining(fault)});
});
