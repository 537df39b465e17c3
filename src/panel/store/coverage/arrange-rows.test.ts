import {expect, it} from 'vitest';
import type {CoverageRow, Grade} from '../../../domain/plans/coverage/coverage-row';
import {arrangeRows} from './arrange-rows';

function row(name: string, grade: Grade, section: string | null = null): CoverageRow {
  const rule = {
    id: name,
    call: 'track',
    name,
    version: null,
    section,
    labels: [],
    description: '',
    isDeprecated: false,
  } as const;
  const none = {seen: 0, faulty: 0, firstSeen: null, lastSeen: null, releases: [], reasons: []};
  return {
    id: name,
    rule: grade === 'unplanned' ? null : rule,
    call: 'track',
    name,
    grade,
    pages: [`https://app.example/${name}`],
    ...none,
  };
}

const rows = [
  row('Step 10', 'always-right'),
  row('Step 9', 'always-right', 'Checkout'),
  row('Left', 'never-seen', 'Checkout'),
  row('paid', 'sometimes-wrong'),
  row('Odd', 'unplanned'),
  row('Bad', 'never-right'),
];
const all = {text: '', grades: new Set<Grade>(), choice: {}};
const arrange = (filter: Partial<Parameters<typeof arrangeRows>[1]>) =>
  arrangeRows(rows, {...all, ...filter}).rows.map(({name}) => name);

it.each<[string, Partial<Parameters<typeof arrangeRows>[1]>, string[]]>([
  [
    'faulty and unseen ones first, by name as people count',
    {},
    ['Bad', 'paid', 'Left', 'Odd', 'Step 9', 'Step 10'],
  ],
  [
    'only the grades that are asked for',
    {grades: new Set<Grade>(['never-seen', 'never-right'])},
    ['Bad', 'Left'],
  ],
  ['what has all words, in whatever case', {text: 'STEP 9'}, ['Step 9']],
  ['a page or a section, too', {text: 'checkout'}, ['Left', 'Step 9']],
  [
    'what is under test, and what is unplanned',
    {choice: {sections: ['Checkout']}},
    ['Left', 'Odd', 'Step 9'],
  ],
])('%s', (_, filter, names) => {
  expect(arrange(filter)).toEqual(names);
});

it('counts what is found, whatever grades are shown', () => {
  const {counts} = arrangeRows(rows, {...all, grades: new Set<Grade>(['never-seen'])});
  expect(counts).toEqual({
    'never-right': 1,
    'sometimes-wrong': 1,
    'never-seen': 1,
    unplanned: 1,
    'always-right': 2,
  });
});
