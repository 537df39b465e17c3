import {signal} from '@preact/signals';
import {expect, it} from 'vitest';
import {createCoverage} from '../../../../domain/plans/coverage/coverage';
import {createNotices} from '../../create-notices';
import {createMemoryRuns} from '../../test-support/create-memory-runs';
import {createCoverageRuns} from './coverage-runs';
import {createKeptRuns} from './kept-runs';

function rowsOf(...names: string[]) {
  const coverage = createCoverage(null);
  for (const name of names) {
    const event = {request: 'r', event: 0, type: 'track', name, at: 1, page: 'a.example/amy'} as const;
    coverage.add({...event, host: '', release: null, properties: {}, rule: null, isFaulty: false});
  }
  return new Map(coverage.rows().map((row) => [row.id, row]));
}

let ids = 0;
const stored = createMemoryRuns();
/** A panel with the runs that others have stored. */
function open(planId: string | null = null) {
  const notices = createNotices();
  const kept = createKeptRuns({
    open: async () => stored,
    planId: signal(planId),
    notices,
    now: () => 9000,
    createId: () => `id-${++ids}`,
  });
  return {kept, notices};
}

it('a run that was given a name is compared with in the next panel, renamed, deleted and brought back', async () => {
  const first = open();
  const live = signal(rowsOf('Same', 'Lost'));
  await first.kept.keep('Release 4', {start: 1000, end: null}, createCoverageRuns(live).counted.value);
  expect(first.notices.current.value?.text).toBe('Saved the run “Release 4”.');

  const {kept, notices} = open();
  kept.follow();
  await expect.poll(() => kept.runs.value.length).toBe(1);
  const [run] = kept.runs.value;
  expect(run).toMatchObject({name: 'Release 4', plan: null, start: 1000, end: 9000, keptAt: 9000});
  expect(JSON.stringify(run)).not.toContain('a.example');
  const runs = createCoverageRuns(signal(rowsOf('Same', 'New')), kept.runs);
  runs.compareWith(run?.id ?? null);
  expect([...runs.differences.value.values()].map(({name, before}) => [name, before])).toEqual([
    ['New', null],
    ['Lost', 'always-right'],
  ]);
  expect(runs.rows.value.map(({name, grade}) => `${name} ${grade}`)).toContain('Lost never-seen');

  if (run) await kept.rename(run, 'Release 5');
  expect(kept.runs.value.map(({name}) => name)).toEqual(['Release 5']);
  if (run) await kept.remove(run);
  expect(kept.runs.value).toEqual([]);
  expect(runs.differences.value.size).toBe(0);
  notices.current.value?.link?.follow();
  await expect.poll(() => kept.runs.value.length).toBe(1);
  // The message that it is deleted no longer holds.
  expect(notices.current.value).toBeNull();
});

it('shows what another panel changes meanwhile, until it follows no more', async () => {
  const [one, other] = [open('plan-b'), open('plan-b')];
  const stop = one.kept.follow();
  await other.kept.keep('Elsewhere', {start: null, end: null}, []);
  await expect.poll(() => one.kept.runs.value.map(({name}) => name)).toEqual(['Elsewhere']);
  stop();
  const [run] = one.kept.runs.value;
  if (run) await other.kept.remove(run);
  expect(one.kept.runs.value).toHaveLength(1);
  // A run that was deleted there is not restored by renaming it here.
  if (run) await one.kept.rename(run, 'Renamed');
  expect(one.kept.runs.value).toEqual([]);
});

it('says which rows it does not keep, and claims nothing of them when it is compared with', async () => {
  const {kept, notices} = open();
  const live = signal(rowsOf('Same', 'Order 1234567'));
  await kept.keep('Release 6', {start: null, end: null}, [...live.value.values()]);
  expect(notices.current.value?.text).toBe(
    'Saved the run “Release 6”. It does not contain 1 row whose name may be personal data.',
  );
  const runs = createCoverageRuns(live, kept.runs);
  runs.compareWith(kept.runs.value.find(({name}) => name === 'Release 6')?.id ?? null);
  expect([...runs.differences.value.values()]).toEqual([]);
  live.value = rowsOf('Same', 'Order 1234567', 'New');
  expect([...runs.differences.value.values()].map(({name}) => name)).toEqual(['New']);
});

it('shows the runs of the plan that is counted against, and says what could not be stored', async () => {
  const {kept} = open('plan-a');
  await kept.keep('Of a plan', {start: null, end: null}, []);
  expect(kept.runs.value.map(({name}) => name)).toEqual(['Of a plan']);
  const full = {...stored, put: () => Promise.reject(new Error('The disk is full.'))};
  const notices = createNotices();
  const other = createKeptRuns({
    open: async () => full,
    planId: signal(null),
    notices,
    now: () => 1,
    createId: () => 'x',
  });
  await other.keep('Never', {start: null, end: null}, []);
  expect(notices.current.value).toMatchObject({kind: 'error', text: 'The disk is full.'});
});
