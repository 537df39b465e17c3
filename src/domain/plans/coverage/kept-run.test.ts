import {expect, it} from 'vitest';
import type {CoverageRow} from './coverage-row';
import {fromKeptRows, toKeptRows} from './kept-run';

function aRow(name: string | null, changes: Partial<CoverageRow> = {}): CoverageRow {
  return {
    id: `track ${name}`,
    rule: null,
    call: 'track',
    name,
    grade: 'sometimes-wrong',
    seen: 3,
    faulty: 1,
    firstSeen: 1,
    lastSeen: 2,
    pages: ['app.acme.example/amy'],
    releases: ['1.0'],
    reasons: [],
    ...changes,
  };
}

const rule = {
  id: 'r',
  call: 'track',
  name: 'mail amy@acme.example',
  version: null,
  section: null,
  labels: [],
  description: 'Amy',
  isDeprecated: false,
} as const;

it('keeps names and counts of a run, and nothing else', () => {
  const kept = toKeptRows([aRow('Signed Up'), aRow(null)]);
  expect(kept).toEqual([
    {id: 'track Signed Up', call: 'track', name: 'Signed Up', grade: 'sometimes-wrong', seen: 3, faulty: 1},
    {id: 'track null', call: 'track', name: null, grade: 'sometimes-wrong', seen: 3, faulty: 1},
  ]);
  expect(fromKeptRows(kept)[0]).toMatchObject({name: 'Signed Up', seen: 3, pages: [], rule: null});
});

it.each(['Viewed amy@acme.example', 'Order 1234567', 'User 766b3aef-18f3-4a2b-9d20-1f2e3d4c5b6a'])(
  'does not keep %j, unless a rule names it',
  (name) => {
    expect(toKeptRows([aRow(name)])).toEqual([]);
    expect(toKeptRows([aRow(name, {rule})])).toHaveLength(1);
  },
);
