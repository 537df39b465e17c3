import {describe, expect, it, vi} from 'vitest';
import {defaultSettings} from '../../../../domain/settings';
import {aRequest} from '../../test-support/a-request';
import {anEvent, anInspection, anIssue} from '../../test-support/an-inspection';
import {aStoredPlan, createMemoryPlans} from '../../test-support/create-memory-plans';
import type {PlanPart, PlanState} from '../judge-messages';
import {createPlanFold} from './plan-fold';

const needsPlan = {type: 'object', properties: {plan: {type: 'string'}}, required: ['plan']};
const signedUp = anEvent({name: 'Signed Up', value: {event_name: 'Signed Up', properties: {}}});
const inspection = anInspection({events: [signedUp]});

function createFold(...stored: Parameters<typeof createMemoryPlans>) {
  const plans = createMemoryPlans(...stored);
  const loadEngine = vi.fn(() => import('../../../../domain/plans/open-plan'));
  const parts: (PlanPart | null)[] = [];
  let states: readonly PlanState[] = [];
  let now = 0;
  const fold = createPlanFold({
    plans,
    loadEngine,
    now: () => now++ * 100,
    onProgress: (part) => parts.push(part),
    onStates: (next) => (states = next),
  });
  const codesOf = (url = 'https://api.app.thrivestack.ai/api/track', rules = defaultSettings.rules) =>
    fold
      .check(aRequest({url}), inspection, rules)
      .inspection.issues.map(({code, severity}) => `${code} ${severity}`);
  return {fold, plans, loadEngine, parts, states: () => states, codesOf};
}

describe('plans in the judge', () => {
  it('loads nothing and changes nothing without a plan that is on', async () => {
    const {fold, loadEngine, codesOf} = createFold([aStoredPlan({'Signed Up': needsPlan}, {isOn: false})]);
    expect(await fold.load()).toBe(false);
    expect(codesOf()).toEqual([]);
    expect(fold.check(aRequest(), inspection, {}).inspection).toBe(inspection);
    expect(loadEngine).not.toHaveBeenCalled();
  });

  it('reports what a plan says, with the plan, its rule and line as source', async () => {
    const {fold, states} = createFold([aStoredPlan({'Signed Up': needsPlan})]);
    expect(await fold.load()).toBe(true);
    const [issue] = fold.check(aRequest(), inspection, {}).inspection.issues;
    expect(issue).toMatchObject({
      code: 'plan/missing-property',
      severity: 'error',
      event: 0,
      pointer: '/properties/plan',
      source: {document: 'Product', section: 'Signed Up, line 1', plan: {id: 'json-schema:Product'}},
    });
    expect(states()).toMatchObject([{title: 'Product', rules: 1, fault: null, setAside: []}]);
  });

  it('has the severities of the settings, and is silent where a rule is off', async () => {
    const {fold, codesOf} = createFold([aStoredPlan({'Signed Up': needsPlan})]);
    await fold.load();
    expect(codesOf(undefined, {'plan/missing-property': 'info'})).toEqual(['plan/missing-property info']);
    expect(codesOf(undefined, {'plan/missing-property': 'off'})).toEqual([]);
  });

  it.each([
    [{hosts: ['api.app.thrivestack.ai']}, 'https://api.app.thrivestack.ai/api/track', 1],
    [{hosts: ['*.thrivestack.ai']}, 'https://api.app.thrivestack.ai/api/track', 1],
    [{hosts: ['localhost:4000']}, 'http://localhost:4000/api/track', 1],
    [{hosts: ['localhost']}, 'http://localhost:4000/api/track', 1],
    [{hosts: ['other.example']}, 'https://api.app.thrivestack.ai/api/track', 0],
    [{protocols: ['segment' as const]}, 'https://api.app.thrivestack.ai/api/track', 0],
    [{protocols: ['thrivestack-track' as const]}, 'not an address', 1],
  ])('%j judges requests to %s: %i', async (binding, url, count) => {
    const {fold, codesOf} = createFold([aStoredPlan({'Signed Up': needsPlan}, binding)]);
    await fold.load();
    expect(codesOf(url)).toHaveLength(count);
  });

  it('reads again what has changed, and only that', async () => {
    const {fold, plans, codesOf} = createFold([aStoredPlan({'Signed Up': needsPlan})]);
    await fold.load();
    expect(await fold.load()).toBe(false);
    await plans.update('json-schema:Product', (plan) => ({...plan, expectations: []}));
    expect(await fold.load()).toBe(false);
    await plans.put(aStoredPlan({'Signed Up': {type: 'object'}}, {revision: '2'}));
    expect(await fold.load()).toBe(true);
    expect(codesOf()).toEqual([]);
    await plans.remove('json-schema:Product');
    expect(await fold.load()).toBe(true);
  });

  it('a plan that cannot be read says why; the others judge', async () => {
    const broken = aStoredPlan(
      {},
      {title: 'Broken', files: [{name: 'broken.json', text: '{"rules": [1,]}'}]},
    );
    const {fold, states, codesOf} = createFold([broken, aStoredPlan({'Signed Up': needsPlan})]);
    await fold.load();
    expect(states()[0]?.fault).toMatch(/broken\.json is not valid at line 1, column 13/);
    expect(codesOf()).toEqual(['plan/missing-property error']);
  });

  it('a fault of the plan that only shows on an event is told once', async () => {
    const foreign = {$id: 'https://x.example/a', properties: {a: {$ref: 'https://y.example/b'}}};
    const {fold, states} = createFold([aStoredPlan({'Signed Up': foreign})]);
    await fold.load();
    const value = {event_name: 'Signed Up', properties: {a: 1}};
    const request = anInspection({events: [anEvent({name: 'Signed Up', value})]});
    for (let i = 0; i < 3; i++) expect(fold.check(aRequest(), request, {}).inspection.issues).toEqual([]);
    expect(states()[0]?.problems).toEqual([expect.stringMatching(/Signed Up.*not checked/)]);
  });

  it('takes back the note on a custom event that a rule has judged', async () => {
    const {fold} = createFold([aStoredPlan({'Signed Up': needsPlan})]);
    await fold.load();
    const note = anIssue({code: 'unknown-event', severity: 'info', params: {name: 'x'}} as never);
    const events = [signedUp, anEvent({index: 1, name: 'Other', value: {event_name: 'Other'}})];
    const request = anInspection({events, issues: [note, {...note, event: 1}]});
    const {issues} = fold.check(aRequest(), request, {}).inspection;
    expect(issues.map(({code, event}) => `${code} ${event}`)).toEqual([
      'unknown-event 1',
      'plan/missing-property 0',
      'plan/unplanned-event 1',
    ]);
  });
});

describe('what takes too long', () => {
  const part = (rule: string | null): PlanPart => ({plan: 'json-schema:Product', revision: '1', rule});

  it('is named before it runs once a judge hung; else a long check only gives signs of life', async () => {
    const {fold, parts, codesOf} = createFold([aStoredPlan({'Signed Up': needsPlan})]);
    await fold.load();
    expect(parts).toEqual([part(null), null]);
    parts.length = 0;
    codesOf();
    expect(parts).toEqual([]);
    fold.start([], true);
    codesOf();
    expect(parts).toEqual([part('track/Signed Up'), null]);
  });

  it('a rule that is set aside says so on its events; the others judge', async () => {
    const {fold, states, codesOf} = createFold([aStoredPlan({'Signed Up': needsPlan, Other: needsPlan})]);
    fold.start([part('track/Signed Up')], true);
    await fold.load();
    expect(codesOf()).toEqual(['plan/rule-skipped info']);
    expect(states()).toMatchObject([{setAside: ['track/Signed Up'], fault: null}]);
    const other = anInspection({events: [anEvent({name: 'Other', value: {event_name: 'Other'}})]});
    expect(fold.check(aRequest(), other, {}).inspection.issues).toMatchObject([
      {code: 'plan/missing-property'},
    ]);
  });

  it('a plan at whose reading a judge hung is not read; its next revision is', async () => {
    const {fold, plans, states, loadEngine} = createFold([aStoredPlan({'Signed Up': needsPlan})]);
    fold.start([part(null)], true);
    await fold.load();
    expect(states()).toMatchObject([{fault: 'Reading it took too long.'}]);
    expect(loadEngine).not.toHaveBeenCalled();
    await plans.put(aStoredPlan({'Signed Up': needsPlan}, {revision: '2'}));
    await fold.load();
    expect(states()).toMatchObject([{fault: null, rules: 1}]);
  });
});
