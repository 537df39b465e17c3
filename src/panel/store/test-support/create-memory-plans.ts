import {createListeners} from '../../../domain/listeners';
import type {PlanStore, StoredPlan} from '../../../storage/plan-store';
import type {PlanSource} from '../judge/plans/open-plans';

/** Tracking plans in memory, for tests and the preview page; reports changes like the real store. */
export function createMemoryPlans(initial: readonly StoredPlan[] = []): PlanStore {
  const plans = new Map(initial.map((plan) => [plan.id, plan]));
  const {subscribe, tell} = createListeners();
  return {
    list: async () => structuredClone([...plans.values()]),
    async put(plan) {
      plans.set(plan.id, plan);
      tell();
    },
    async update(id, change) {
      const plan = plans.get(id);
      if (!plan) return;
      plans.set(id, change(plan));
      tell();
    },
    async remove(id) {
      plans.delete(id);
      tell();
    },
    subscribe,
  };
}

/** The same plans with the real engine, as a judge needs them. */
export function toPlanSource(plans: PlanStore): PlanSource {
  return {plans, loadEngine: () => import('../../../domain/plans/open-plan')};
}

/** A plan that is turned on, with JSON Schemas by event name. */
export function aStoredPlan(events: Record<string, unknown>, changes: Partial<StoredPlan> = {}): StoredPlan {
  const title = changes.title ?? 'Product';
  return {
    id: `json-schema:${title}`,
    title,
    revision: '1',
    files: [{name: 'plan.json', text: JSON.stringify({title, events})}],
    isOn: true,
    hosts: [],
    protocols: [],
    expectations: [],
    importedAt: 1,
    ...changes,
  };
}
