import {signal} from '@preact/signals';
import {expect, it} from 'vitest';
import {createCoverage} from '../../../../domain/plans/coverage/coverage';
import type {CoverageRow} from '../../../../domain/plans/coverage/coverage-row';
import {createCoverageRuns} from './coverage-runs';

/** A name with "!", such as "A!", has issues. */
function rowsOf(...names: string[]): Map<string, CoverageRow> {
  const coverage = createCoverage(null);
  names.forEach((name, event) => {
    coverage.add({
      request: 'r',
      event,
      type: 'track',
      name: name.replace('!', ''),
      at: 1,
      page: null,
      host: '',
      release: null,
      properties: {},
      rule: null,
      isFaulty: name.endsWith('!'),
    });
  });
  return new Map(coverage.rows().map((row) => [row.id, row]));
}

it('a new run is compared with the one before: what differs, and what is not seen any more', () => {
  const live = signal(rowsOf('Same', 'Mended!', 'Lost'));
  const runs = createCoverageRuns(live);
  const brief = () => runs.rows.value.map(({name, grade}) => `${name} ${grade}`);
  expect([runs.shown.value.start, runs.comparedWith.value]).toEqual([null, null]);
  runs.begin(5000);
  live.value = rowsOf('Same', 'Mended', 'New');
  expect(runs.shown.value).toMatchObject({number: 2, start: 5000, end: null});
  expect(brief()).toEqual([
    'Same always-right',
    'Mended always-right',
    'New always-right',
    'Lost never-seen',
  ]);
  expect([...runs.differences.value.values()].map(({name, before}) => [name, before])).toEqual([
    ['Mended', 'never-right'],
    ['New', null],
    ['Lost', 'always-right'],
  ]);
  runs.compareWith(null);
  expect(brief()).toEqual(['Same always-right', 'Mended always-right', 'New always-right']);
  expect(runs.differences.value.size).toBe(0);
});

it('an earlier run is shown within its bounds, and stays as it was when it ended', () => {
  const live = signal(rowsOf('A'));
  const runs = createCoverageRuns(live);
  runs.begin(1000);
  live.value = rowsOf('A!');
  runs.begin(2000);
  expect(runs.runs.value.map(({start, end}) => [start, end])).toEqual([
    [null, 1000],
    [1000, 2000],
    [2000, null],
  ]);
  runs.show(2);
  expect([runs.shown.value.number, runs.comparedWith.value]).toEqual([2, 1]);
  expect(runs.runs.value.map(({rows}) => rows?.map(({grade}) => grade) ?? null)).toEqual([
    ['always-right'],
    ['never-right'],
    null,
  ]);
});
