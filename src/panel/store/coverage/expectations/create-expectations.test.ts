import {signal} from '@preact/signals';
import {expect, it} from 'vitest';
import {type Expectation, toExpectation} from '../../../../domain/plans/expectations/expectation';
import type {StoredPlan} from '../../../../storage/plan-store';
import {createNotices} from '../../create-notices';
import type {PlanState} from '../../judge/judge-messages';
import {createMemoryPlans} from '../../test-support/create-memory-plans';
import {createExpectations} from './create-expectations';
import {aDraft} from './expectation-draft';

const never = (event: string): Expectation => toExpectation({kind: 'never', event, pages: null});

function aPlan(id: string, expectations: readonly Expectation[]): StoredPlan {
  const files = [{name: 'plan.json', text: '{}'}];
  const settings = {isOn: true, hosts: [], protocols: [], importedAt: 1};
  return {id, title: id, revision: '1', files, expectations, ...settings};
}

function open() {
  const plans = createMemoryPlans([aPlan('a', [never('Seen')]), aPlan('b', [])]);
  const toState = (stored: StoredPlan | undefined) => (stored ?? null) as unknown as PlanState | null;
  const plan = signal<PlanState | null>(null);
  const show = async (id: string | null) => {
    plan.value = toState((await plans.list()).find((stored) => stored.id === id));
  };
  const notices = createNotices();
  const expectations = createExpectations({plan, judged: signal([]), plans, notices});
  const stored = async () =>
    Object.fromEntries(
      (await plans.list()).map((one) => [
        one.id,
        one.expectations.map((kept) => ('event' in kept ? kept.event : kept.kind)),
      ]),
    );
  return {expectations, notices, show, stored};
}

it('puts a removed expectation back to its own plan, whichever is shown by then', async () => {
  const {expectations, notices, show, stored} = open();
  await show('a');
  await expectations.remove(never('Seen'));
  expect(await stored()).toEqual({a: [], b: []});
  await show('b');
  notices.current.value?.link?.follow();
  await expect.poll(stored).toEqual({a: ['Seen'], b: []});
});

it('says why nothing is saved when the plan is gone or no longer chosen', async () => {
  const {expectations, show, stored} = open();
  await show('a');
  expectations.draft.value = aDraft({event: 'Other', phrase: 'never'});
  await show(null);
  expect(await expectations.keep()).toContain('Choose one first');
  expect(expectations.draft.value).not.toBeNull();
  expect(await stored()).toEqual({a: ['Seen'], b: []});
});

it('keeps what is begun while another one is being saved', async () => {
  const {expectations, show, stored} = open();
  await show('a');
  expectations.draft.value = aDraft({event: 'First', phrase: 'never'});
  const saving = expectations.keep();
  const next = aDraft({event: 'Second', phrase: 'never'});
  expectations.draft.value = next;
  expect(await saving).toBeNull();
  expect(expectations.draft.value).toBe(next);
  expect(await stored()).toEqual({a: ['Seen', 'First'], b: []});
});
