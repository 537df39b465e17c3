import {describe, expect, it} from 'vitest';
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
const all = {text: '', grades: new Set<Grade>(), choice: {}, isBySection: false};
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

it('sorts as people read: without regard to capitals and accents, and numbers by their value', () => {
  const names = ['Élan', 'step 10', 'Step 9', 'eagle', 'Über', 'zoo'];
  const {rows: sorted} = arrangeRows(
    names.map((name) => row(name, 'always-right')),
    all,
  );
  expect(sorted.map(({name}) => name)).toEqual(['eagle', 'Élan', 'Step 9', 'step 10', 'Über', 'zoo']);
});

describe('by section', () => {
  const bySection = (filter: Partial<Parameters<typeof arrangeRows>[1]>, of: readonly CoverageRow[] = rows) =>
    arrangeRows(of, {...all, isBySection: true, ...filter}).sections?.map(
      ({title, rows: shown}) => `${title}: ${shown.map(({name}) => name).join(', ')}`,
    );

  it.each<[string, Partial<Parameters<typeof arrangeRows>[1]>, string[] | undefined]>([
    [
      'sections by name, then what has none, then what no rule names',
      {},
      ['Checkout: Left, Step 9', 'Without a section: Bad, paid, Step 10', 'Not in the plan: Odd'],
    ],
    ['only sections of which a row is shown', {text: 'odd left'}, undefined],
    ['the rows of one grade', {grades: new Set<Grade>(['never-seen'])}, ['Checkout: Left']],
    ['nothing where rows are not asked for by section', {isBySection: false}, undefined],
  ])('has %s', (_, filter, sections) => {
    expect(bySection(filter)).toEqual(sections);
  });

  it('has none where no rule has a section', () => {
    expect(bySection({}, [row('Bad', 'never-right'), row('Odd', 'unplanned')])).toBeUndefined();
  });

  it('counts a section’s rows, whatever grades are shown', () => {
    const {sections} = arrangeRows(rows, {...all, isBySection: true, grades: new Set<Grade>(['never-seen'])});
    expect(sections?.[0]?.counts).toMatchObject({'never-seen': 1, 'always-right': 1, unplanned: 0});
  });

  it('takes hostile names for what they are', () => {
    const names = ['__proto__', 'constructor', 'none', 'unplanned', '<b>'];
    const hostile = names.map((section) => row(`in ${section}`, 'always-right', section));
    const titles = arrangeRows([...hostile, row('Odd', 'unplanned'), row('x', 'never-seen')], {
      ...all,
      isBySection: true,
    }).sections?.map(({title, rows: {length}}) => `${title} ${length}`);
    expect(titles?.toSorted()).toEqual(
      [...names, 'Not in the plan', 'Without a section'].map((title) => `${title} 1`).toSorted(),
    );
  });
});
