import {afterEach, describe, expect, it, vi} from 'vitest';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {inspectRequest} from '../../../domain/inspect-request';
import {defaultSettings} from '../../../domain/settings';
import {aRequest} from '../test-support/a-request';
import {anIssue} from '../test-support/an-inspection';
import {createMemoryLog} from '../test-support/create-memory-log';
import {aStoredPlan, createMemoryPlans} from '../test-support/create-memory-plans';
import {createTestStore} from '../test-support/create-test-store';
import {type CoverageStore, createCoverageStore} from './coverage-store';
import {toReport} from './to-report';

afterEach(() => void vi.useRealTimers());

const inspect = (request: CapturedRequest) => inspectRequest(request, {settings: defaultSettings});

function sent(id: string, ...names: string[]): CapturedRequest {
  const events = names.map((event_name, place) => ({
    event_name,
    properties: {step: 1, place: `${id}-${place}`},
    user_id: '766b3aef-18f3-4a2b-9d20-0f5f4f8f1c11',
    timestamp: event_name === 'Bad' ? '20-11-23T22:28:55.111Z' : '2026-11-22T15:51:12.000Z',
    context: {group_id: 'bp497d1a-4f0e-46d2-8c51-d1b24fa3d9a0'},
  }));
  const startedAt = Date.UTC(2026, 10, 22, 15, 51, 13);
  return aRequest({
    id,
    startedAt,
    body: {kind: 'bytes', bytes: new TextEncoder().encode(JSON.stringify(events))},
  });
}

async function open(records: readonly CapturedRequest[], plans = createMemoryPlans()) {
  const test = createTestStore({inspect, records, plans});
  await test.store.start();
  const coverage = createCoverageStore(test.store, {formatTime: String});
  const stop = coverage.follow();
  /** Without those of sections. */
  const lines = () =>
    coverage.list.lines.value.flatMap((line) => {
      if (line.kind === 'section') return [];
      if (line.kind === 'row') return `${line.row.name} ${line.row.grade} ${line.row.seen}`;
      return `  ${line.kind}${line.kind === 'property' ? ` ${line.property.name} ${line.property.sent}` : ''}`;
    });
  return {...test, coverage, lines, stop};
}

describe('the store of coverage', () => {
  it('mirrors what the judge counts, as it comes', async () => {
    const test = await open([sent('a', 'Bad', 'Good'), sent('b', 'Good')]);
    await vi.waitFor(() => expect(test.lines()).toEqual(['Bad never-right 1', 'Good always-right 2']));
    await test.log.put(sent('c', 'Good'));
    await vi.waitFor(() => expect(test.lines()).toEqual(['Bad never-right 1', 'Good always-right 3']));
    await test.log.remove(['a']);
    await vi.waitFor(() => expect(test.lines()).toEqual(['Good always-right 2']));
  });

  it('folds a row out to its properties and events, which follow the row', async () => {
    const test = await open([sent('a', 'Good')]);
    await vi.waitFor(() => expect(test.lines()).toHaveLength(1));
    test.coverage.list.setOpen('track/Good', true);
    await vi.waitFor(() => expect(test.lines()).toContain('  property step 1'));
    expect(test.lines().filter((line) => line === '  event')).toHaveLength(1);
    await test.log.put(sent('b', 'Good'));
    await vi.waitFor(() => expect(test.lines()).toContain('  property step 2'));
    expect(test.lines().filter((line) => line === '  event')).toHaveLength(2);
    test.coverage.list.setOpen('track/Good', false);
    expect(test.lines()).toEqual(['Good always-right 2']);
  });

  it('says what could not be seen', async () => {
    const test = await open([aRequest({body: {kind: 'missing', reason: 'blob'}})]);
    test.store.settings.change((now) => ({...now, panel: {...now.panel, recording: false}}));
    await vi.waitFor(() =>
      expect(test.coverage.blindSpots.value).toEqual([
        'Recording is off, so new requests are not counted.',
        'The body of 1 request could not be read.',
      ]),
    );
  });

  it('leads from a row to its events, and from an event to its row', async () => {
    const test = await open([sent('a', 'Bad', 'Good')]);
    await vi.waitFor(() => expect(test.lines()).toHaveLength(2));
    test.store.coverage.opened.value = true;
    test.store.coverage.filter.value = 'Bad';
    test.store.coverage.wanted.value = {type: 'track', name: 'Good'};
    await vi.waitFor(() => expect(test.coverage.list.current.value).toBe('track/Good'));
    await vi.waitFor(() => expect(test.lines()).toContain('  event'));
    const line = test.coverage.list.lines.value.find(({kind}) => kind === 'event');
    if (line?.kind !== 'event') throw new Error('No event is listed.');
    test.coverage.openEvent(line.ref);
    expect(test.store.selection.selected.value).toEqual({id: 'a', event: 1});
    const action = test.coverage.list.lines.value.find(({kind}) => kind === 'action');
    if (action?.kind !== 'action') throw new Error('Nothing can be done.');
    test.coverage.act(action.action);
    expect([test.store.filter.text.value, test.store.coverage.opened.value]).toEqual([
      'name:=Good type:=track',
      false,
    ]);
  });

  it('hears nothing once it is closed', async () => {
    vi.useFakeTimers();
    const test = await open([sent('a', 'Good')]);
    await vi.waitFor(() => expect(test.lines()).toHaveLength(1));
    test.stop();
    await test.log.put(sent('b', 'Other'));
    await vi.waitFor(() => expect(test.store.list.get('b')).toBeDefined());
    await vi.advanceTimersByTimeAsync(1000);
    expect(test.lines()).toEqual(['Good always-right 1']);
  });
});

describe('what is made of all that is counted', () => {
  const many = Array.from({length: 300}, (_, place) => sent(`many-${place}`, 'Good'));

  it('waits until the log is read and counted, and says so', async () => {
    const test = createTestStore({inspect, records: many});
    void test.store.start();
    const coverage = createCoverageStore(test.store, {formatTime: String});
    coverage.follow();
    const seen: unknown[] = [];
    const made = coverage.whenCounted(() => {
      seen.push(coverage.mirror.state.peek(), toReport(coverage, null, [], String).rows[0]?.seen);
    });
    expect(test.store.notices.current.value?.text).toContain('as soon as all requests are counted');
    await made;
    expect(seen).toEqual([expect.objectContaining({counted: 300, total: 300}), 300]);
  });

  it('knows that a request is not counted which is being read', async () => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const log = createMemoryLog([sent('a', 'Good')]);
    const {get} = log;
    log.get = (ids) => released.then(() => get(ids));
    const test = createTestStore({inspect, dependencies: {log}});
    await test.store.start();
    const coverage = createCoverageStore(test.store, {formatTime: String});
    coverage.follow();
    await vi.waitFor(() => expect(coverage.mirror.state.value).toMatchObject({counted: 0, total: 1}));
    release();
    await vi.waitFor(() => expect(coverage.mirror.state.value).toMatchObject({counted: 1, total: 1}));
  });

  it('has what was taken in a moment ago', async () => {
    const test = await open([sent('a', 'Good')]);
    await vi.waitFor(() => expect(test.lines()).toEqual(['Good always-right 1']));
    await test.log.put(sent('b', 'Good'));
    await vi.waitFor(() => expect(test.store.list.get('b')).toBeDefined());
    const seen: string[] = [];
    await test.coverage.whenCounted(() => void seen.push(...test.lines()));
    expect(seen).toEqual(['Good always-right 2']);
  });

  it('is not made where coverage is closed first, or a request cannot be read', async () => {
    const test = await open(many);
    const work = vi.fn();
    const made = test.coverage.whenCounted(work);
    test.stop();
    await made;
    expect(test.store.notices.current.value?.text).toContain('Coverage was closed before');
    const log = createMemoryLog(many);
    log.get = () => Promise.reject(new Error('The disk is gone.'));
    const broken = createTestStore({inspect, records: many, dependencies: {log}});
    await broken.store.start();
    const coverage = createCoverageStore(broken.store, {formatTime: String});
    coverage.follow();
    await coverage.whenCounted(work);
    expect(broken.store.notices.current.value?.text).toContain('The disk is gone.');
    expect(work).not.toHaveBeenCalled();
  });

  it('ends the run that goes on with its own rows, whichever run is shown', async () => {
    const test = await open([sent('a', 'First')]);
    const {runs} = test.coverage;
    test.coverage.beginRun();
    await vi.waitFor(() => expect(runs.shown.value.number).toBe(2));
    await test.log.put({...sent('b', 'Second'), startedAt: Date.now() + 1_000});
    await vi.waitFor(() => expect(test.lines()).toContain('Second always-right 1'));
    runs.show(1);
    await vi.waitFor(() => expect(test.lines()).toEqual(['First always-right 1']));
    test.coverage.beginRun();
    await vi.waitFor(() => expect(runs.runs.value).toHaveLength(3));
    const names = runs.runs.value.map(({rows}) => rows?.map(({name}) => name));
    expect(names).toEqual([['First'], ['Second'], undefined]);
  });

  it.each<[string, (coverage: CoverageStore) => void]>([
    ['another run is shown', ({runs}) => runs.show(1)],
    ['another plan is chosen', ({scope}) => scope.choosePlan(null)],
  ])('is not made of other rows if %s before all are counted', async (_, change) => {
    const plans = createMemoryPlans([aStoredPlan({Good: {type: 'object'}})]);
    const test = await open(many, plans);
    const {coverage, store} = test;
    await vi.waitFor(() => expect(coverage.scope.planId.value).not.toBeNull());
    coverage.beginRun();
    await vi.waitFor(() => expect(coverage.runs.runs.value).toHaveLength(2), {timeout: 20_000});
    const work = vi.fn();
    const made = coverage.whenCounted(work);
    change(coverage);
    await made;
    expect(work).not.toHaveBeenCalled();
    expect(store.notices.current.value?.text).toContain('Another run or plan is shown now');
  });

  it('says where a report does not list all issues', async () => {
    const {coverage} = await open([]);
    const issue = {issue: anIssue(), name: 'Bad', row: 'track/Bad'};
    const blindSpotsOf = (count: number) =>
      toReport(
        coverage,
        null,
        Array.from({length: count}, () => issue),
        String,
      ).blindSpots;
    expect(blindSpotsOf(1_999)).toEqual([]);
    expect(blindSpotsOf(2_000)).toEqual(['Only the first 2,000 issues are listed.']);
  });

  it('keeps a run as a whole', async () => {
    const test = await open(many);
    test.coverage.keepRun('Release 4');
    await vi.waitFor(() => expect(test.coverage.kept.runs.value).toHaveLength(1), {timeout: 20_000});
    expect(test.coverage.kept.runs.value[0]?.rows).toMatchObject([{name: 'Good', seen: 300}]);
  });
});

describe('coverage of a plan', () => {
  const needsStep = {type: 'object', properties: {step: {type: 'string'}}, 'x-section': 'Checkout'};

  it('counts against the first plan that checks, or against none when that is chosen', async () => {
    const plans = createMemoryPlans([aStoredPlan({Good: needsStep, Left: {type: 'object'}})]);
    const test = await open([sent('a', 'Good', 'Odd')], plans);
    await vi.waitFor(
      () => expect(test.lines()).toEqual(['Good never-right 1', 'Left never-seen 0', 'Odd unplanned 1']),
      {timeout: 20_000},
    );
    expect(test.coverage.scope.plan.value?.title).toBe('Product');
    expect(test.coverage.scope.parts.value).toEqual({sections: ['Checkout'], labels: []});
    test.coverage.scope.choice.value = {sections: ['Checkout']};
    expect(test.lines()).toEqual(['Good never-right 1', 'Odd unplanned 1']);
    test.coverage.scope.choosePlan(null);
    // Without a plan there are no unplanned events, and issues of plans still count as faults.
    await vi.waitFor(() => expect(test.lines()[0]).toBe('Good never-right 1'));
    await vi.waitFor(() => expect(test.lines().join()).not.toContain('unplanned'));
    // On a busy machine there is a moment without rows, in which counting has just begun.
    await vi.waitFor(() => expect(test.lines()).toHaveLength(2));
  });

  it('keeps an expectation with the plan, judges it as events come, and leads to what breaks it', async () => {
    const plans = createMemoryPlans([aStoredPlan({Good: {type: 'object'}})]);
    const test = await open([sent('a', 'Good')], plans);
    const {expectations} = test.coverage;
    const states = () => expectations.shown.value.map(({result}) => result?.state);
    await vi.waitFor(() => expect(test.lines()).toEqual(['Good always-right 1']), {timeout: 20_000});
    test.coverage.act({do: 'expect', draft: {event: 'Good', count: 'one'}});
    expect(await expectations.keep()).toContain('whole number');
    test.coverage.act({do: 'expect', draft: {event: 'Good'}});
    expect([await expectations.keep(), expectations.draft.value]).toEqual([null, null]);
    await vi.waitFor(() => expect(states()).toEqual(['met']));
    expect(await plans.list()).toMatchObject([{expectations: [{kind: 'count', event: 'Good', count: 1}]}]);
    expect(toReport(test.coverage, null, [], String).expectations).toMatchObject([
      {expectation: {event: 'Good'}, result: {state: 'met', seen: 1}},
    ]);
    await test.log.put(sent('b', 'Good'));
    await vi.waitFor(() => expect(states()).toEqual(['broken']));
    const [shown] = expectations.shown.value;
    if (!shown) throw new Error('No expectation is shown.');
    test.coverage.list.setOpen(`expectation ${shown.expectation.id}`, true);
    expect(test.lines().slice(0, 5)).toEqual(['  expectation', '  note', '  note', '  heading', '  event']);
    const line = test.coverage.list.lines.value.find(({kind}) => kind === 'event');
    if (line?.kind !== 'event') throw new Error('No event is listed.');
    expect(line.ref.request).toBe('b');
    test.coverage.act({do: 'remove-expectation', expectation: shown.expectation});
    await vi.waitFor(() => expect(states()).toEqual([]));
    test.store.notices.current.value?.link?.follow();
    await vi.waitFor(() => expect(states()).toEqual(['broken']));
  });

  it('drafts a plan from what was seen, which is kept once its text is a plan', async () => {
    const plans = createMemoryPlans();
    const test = await open([sent('a', 'Good', 'Other'), sent('b', 'Good')], plans);
    const {planDrafts} = test.coverage;
    await vi.waitFor(() => expect(test.lines()).toHaveLength(2));
    test.coverage.act({do: 'add-to-plan', rows: ['track/Good']});
    await vi.waitFor(() => expect(planDrafts.draft.value?.names).toEqual(['Good']));
    const text = planDrafts.draft.value?.file.text ?? '';
    expect(JSON.parse(text)).toMatchObject({
      events: {Good: {required: ['step', 'place'], properties: {step: {type: 'integer'}}}},
    });
    expect(await planDrafts.keep('{')).toMatchObject({ok: false, fault: expect.stringContaining('line 1')});
    expect(await plans.list()).toEqual([]);
    expect(await planDrafts.keep(text)).toEqual({ok: true, id: 'json-schema:My tracking plan'});
    expect(planDrafts.draft.value).toBeNull();
    await vi.waitFor(() => expect(test.lines()).toEqual(['Other unplanned 1', 'Good always-right 2']), {
      timeout: 20_000,
    });
    test.coverage.act({do: 'add-to-plan', rows: ['track/Other']});
    await vi.waitFor(() => expect(planDrafts.draft.value?.names).toEqual(['Other']));
    const more = planDrafts.draft.value?.file.text ?? '';
    expect(Object.keys(JSON.parse(more).events)).toEqual(['Good', 'Other']);
    expect(await planDrafts.keep(more.replace('My tracking plan', 'Another'))).toMatchObject({ok: true});
    // Its former text has another title, so it is another plan: only one of them checks.
    expect(await plans.list()).toMatchObject([
      {title: 'My tracking plan', isOn: false},
      {title: 'Another', isOn: true},
    ]);
  });

  it('reopens a changed draft that was closed, or replaced by another', async () => {
    const test = await open([sent('a', 'Good', 'Other')], createMemoryPlans());
    const {planDrafts} = test.coverage;
    const {notices, coverage} = test.store;
    const names = () => planDrafts.draft.value?.names;
    const draftOf = async (name: string) => {
      test.coverage.act({do: 'add-to-plan', rows: [`track/${name}`]});
      await vi.waitFor(() => expect(names()).toEqual([name]));
      const draft = planDrafts.draft.value;
      if (draft === null) throw new Error('There is no draft.');
      return draft;
    };
    await vi.waitFor(() => expect(test.lines()).toHaveLength(2));
    await draftOf('Good');
    planDrafts.close();
    expect(notices.current.value?.link, 'it was not changed').toBeUndefined();
    planDrafts.touch(await draftOf('Good'));
    await draftOf('Other');
    expect(notices.current.value?.text).toBe('The draft of a plan was closed and is not saved.');
    notices.current.value?.link?.follow();
    expect(names()).toEqual(['Good']);
    planDrafts.close();
    expect(names()).toBeUndefined();
    coverage.opened.value = false;
    notices.current.value?.link?.follow();
    expect([names(), coverage.opened.value]).toEqual([['Good'], true]);
    const saved = await planDrafts.keep(planDrafts.draft.value?.file.text ?? '');
    expect([saved, notices.current.value?.link]).toEqual([{ok: true, id: expect.any(String)}, undefined]);
  });

  it('adds to a plan of another format by a translation, and writes over no other plan', async () => {
    const csv = 'Version,Event Type,Event Name,Property Name,Property Data Type\n1,TRACK,Good,,\n';
    const plans = createMemoryPlans([
      aStoredPlan({}, {id: 'segment-csv:p.csv', title: 'p.csv', files: [{name: 'p.csv', text: csv}]}),
    ]);
    const test = await open([sent('a', 'Good', 'Other')], plans);
    const {planDrafts} = test.coverage;
    await vi.waitFor(() => expect(test.lines()).toEqual(['Other unplanned 1', 'Good always-right 1']), {
      timeout: 20_000,
    });
    test.coverage.act({do: 'add-to-plan', rows: ['track/Other']});
    await vi.waitFor(() => expect(planDrafts.draft.value).not.toBeNull());
    const text = planDrafts.draft.value?.file.text ?? '';
    await plans.put(aStoredPlan({}, {id: 'json-schema:p.csv', title: 'p.csv', isOn: false}));
    expect(await planDrafts.keep(text)).toMatchObject({ok: false, fault: expect.stringContaining('already')});
    await plans.remove('json-schema:p.csv');
    expect(await planDrafts.keep(text)).toMatchObject({ok: true});
    expect((await plans.list()).map(({id, isOn}) => `${id} ${isOn}`).sort()).toEqual([
      'json-schema:p.csv true',
      'segment-csv:p.csv false',
    ]);
  });

  it('leads from an unplanned event to its draft, and tests picked rules alone', async () => {
    const plans = createMemoryPlans([aStoredPlan({Good: needsStep, Left: {type: 'object'}})]);
    const test = await open([sent('a', 'Good', 'Odd')], plans);
    await vi.waitFor(() => expect(test.lines()).toHaveLength(3), {timeout: 20_000});
    test.store.coverage.wanted.value = {type: 'track', name: 'Odd', isToAdd: true};
    await vi.waitFor(() => expect(test.coverage.planDrafts.draft.value?.names).toEqual(['Odd']));
    test.coverage.planDrafts.close();
    test.coverage.list.setOpen('track/Odd', false);
    test.coverage.act({do: 'pick', row: 'track/Left'});
    test.coverage.scope.choice.value = {rules: [...test.coverage.scope.picked.value]};
    expect(test.lines()).toEqual(['Left never-seen 0', 'Odd unplanned 1']);
    test.coverage.scope.clearPicked();
    expect([test.lines().length, test.coverage.scope.picked.value.size]).toEqual([3, 0]);
  });

  it('compares a run with none that was counted against another plan, and keeps no pick of it', async () => {
    const plans = createMemoryPlans([aStoredPlan({Good: needsStep, Left: {type: 'object'}})]);
    const test = await open([sent('a', 'Good', 'Odd')], plans);
    const {runs, scope, list} = test.coverage;
    await vi.waitFor(() => expect(test.lines()).toHaveLength(3), {timeout: 20_000});
    test.coverage.beginRun();
    await vi.waitFor(() => expect(runs.comparable.value.map(({number}) => number)).toEqual([1]));
    await vi.waitFor(() => expect(runs.differences.value.size).toBe(2));
    test.coverage.act({do: 'pick', row: 'track/Left'});
    expect(list.picked.value.map(({id}) => id)).toEqual(['track/Left']);
    scope.choosePlan(null);
    await vi.waitFor(() => expect(test.lines()).toEqual([]));
    expect([runs.comparable.value, runs.differences.value.size, list.picked.value]).toEqual([[], 0, []]);
    scope.choosePlan('json-schema:Product');
    await vi.waitFor(() => expect(runs.differences.value.size).toBe(2));
    expect(scope.picked.value.size).toBe(0);
  });

  it('counts no pick of an event that was removed from the log', async () => {
    const test = await open([sent('a', 'Good'), sent('b', 'Odd')]);
    await vi.waitFor(() => expect(test.lines()).toHaveLength(2));
    for (const row of ['track/Good', 'track/Odd']) test.coverage.act({do: 'pick', row});
    await test.log.remove(['b']);
    await vi.waitFor(() => expect(test.lines()).toHaveLength(1));
    expect(test.coverage.list.picked.value.map(({name}) => name)).toEqual(['Good']);
  });

  it('folds sections, one or all, without losing the line that is current', async () => {
    const plans = createMemoryPlans([
      aStoredPlan({Good: needsStep, Bad: needsStep, Left: {type: 'object', 'x-section': 'Account'}}),
    ]);
    const {coverage} = await open([sent('a', 'Good'), sent('b', 'Bad')], plans);
    const shown = () =>
      coverage.list.lines.value.map(({key, level}) => `${level ?? 1} ${key.replace('section\nof ', '')}`);
    const whole = ['1 Account', '2 track/Left', '1 Checkout', '2 track/Bad', '2 track/Good'];
    await vi.waitFor(() => expect(shown()).toEqual(whole), {timeout: 20_000});
    coverage.list.setOpen('section\nof Checkout', false);
    expect(shown()).toEqual(['1 Account', '2 track/Left', '1 Checkout']);
    coverage.list.current.value = 'track/Left';
    coverage.list.setSectionsOpen(false);
    expect(shown()).toEqual(['1 Account', '1 Checkout']);
    expect(coverage.list.current.value).toBe('section\nof Account');
    coverage.list.setSectionsOpen(true);
    expect(shown()).toEqual(whole);
    coverage.list.setOpen('track/Good', true);
    await vi.waitFor(() => expect(shown()).toContain('3 track/Good\nproperties'));
    coverage.scope.isBySection.value = false;
    expect(shown()[0]).toBe('1 track/Bad');
  });

  it('unfolds the section of the event that somebody comes from', async () => {
    const plans = createMemoryPlans([aStoredPlan({Good: needsStep})]);
    const {coverage, store} = await open([sent('a', 'Good')], plans);
    await vi.waitFor(() => expect(coverage.list.arranged.value.sections).toHaveLength(1), {timeout: 20_000});
    coverage.list.setSectionsOpen(false);
    store.coverage.wanted.value = {type: 'track', name: 'Good'};
    await vi.waitFor(() => expect(coverage.list.lines.value.map(({key}) => key)).toContain('track/Good'));
  });

  it('leads to an event of an earlier run by showing that run', async () => {
    const plans = createMemoryPlans([aStoredPlan({Good: needsStep})]);
    const test = await open([sent('a', 'Good', 'Odd')], plans);
    await vi.waitFor(() => expect(test.lines()).toContain('Odd unplanned 1'), {timeout: 20_000});
    test.coverage.runs.begin(Date.now() + 60_000);
    await vi.waitFor(() => expect(test.lines()).not.toContain('Odd unplanned 1'));
    test.store.coverage.wanted.value = {type: 'track', name: 'Odd', isToAdd: true};
    await vi.waitFor(() => expect(test.coverage.planDrafts.draft.value?.names).toEqual(['Odd']));
    expect(test.coverage.runs.shown.value.number).toBe(1);
  });

  it('follows another revision of the plan, and its end', async () => {
    const plans = createMemoryPlans([aStoredPlan({Good: needsStep})]);
    const test = await open([sent('a', 'Good')], plans);
    await vi.waitFor(() => expect(test.lines()).toEqual(['Good never-right 1']), {timeout: 20_000});
    await plans.put(aStoredPlan({Good: {type: 'object'}, New: {type: 'object'}}, {revision: '2'}));
    await vi.waitFor(() => expect(test.lines()).toEqual(['New never-seen 0', 'Good always-right 1']));
    await plans.remove('json-schema:Product');
    await vi.waitFor(() => expect(test.lines()).toEqual(['Good always-right 1']));
    expect(test.coverage.scope.plan.value).toBeNull();
  });
});
