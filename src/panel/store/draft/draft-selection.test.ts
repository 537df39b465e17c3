import {expect, it} from 'vitest';
import {inspectRequest} from '../../../domain/inspect-request';
import {buildCaptured} from '../../../domain/replay/build-captured';
import type {DraftSelection} from './draft-choices';
import {toLeftOutNotes} from './draft-selection';

const few = inspectRequest(buildCaptured({body: '[0,0]'}));
const beyond = inspectRequest(buildCaptured({body: `[${'0,'.repeat(20_000)}1,{}]`}));
const many = inspectRequest(buildCaptured({body: `[${'0,'.repeat(59_999)}0]`}));

it.each<[DraftSelection, typeof few, string[]]>([
  ['faulty', few, []],
  ['faulty', many, ['40,000 events at the end were not checked, so not sent.']],
  ['faulty', beyond, ['2 events at the end were not checked, so not sent.']],
  ['corrected', many, []],
  ['all', many, []],
])('%s events of a batch: tells which are left out without a check', (selection, inspection, notes) => {
  expect(toLeftOutNotes(selection, inspection)).toEqual(notes);
});
