import {type ReadonlySignal, signal} from '@preact/signals';
import {compareRevisions, type RevisionComparison} from '../../domain/plans/compare-revisions';
import {joinExpectations} from '../../domain/plans/expectations/expectation';
import type {PlanFile, PlanReading} from '../../domain/plans/read-plan';
import type {Plan} from '../../domain/plans/tracking-plan';
import {type PlanInFile, readPlanExpectations} from '../../domain/settings-file/plan-in-file';
import {toErrorMessage} from '../../domain/to-error-message';
import type {PlanStore, StoredPlan} from '../../storage/plan-store';

/** A plan that was read and waits for a word, with what it would change. */
export interface PlanPreview {
  plan: Plan;
  files: readonly PlanFile[];
  /** Against the revision that is stored under the same id; null where there is none, or it can't be read any more. */
  comparison: RevisionComparison | null;
  isReplacement: boolean;
}

/** The section of tracking plans: what is stored, and what is about to be. */
export interface PlansForm {
  readonly plans: ReadonlySignal<readonly StoredPlan[]>;
  readonly preview: ReadonlySignal<PlanPreview | null>;
  /** Why nothing could be read or stored. */
  readonly fault: ReadonlySignal<string | null>;
  readonly isReading: ReadonlySignal<boolean>;
  /** Reads files that were chosen, dropped or pasted, and shows what is in them; nothing is stored yet. */
  read(files: readonly PlanFile[]): Promise<void>;
  /** Stores what is shown. */
  accept(): Promise<void>;
  cancel(): void;
  /** Reads and stores plans of a settings file, each in the place of a former one; resolves to what is wrong with some. */
  importAll(plans: readonly PlanInFile[]): Promise<string[]>;
  change(id: string, change: (plan: StoredPlan) => StoredPlan): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Reads a plan somewhere else than in the thread that paints; given up when `signal` says so. */
export type ReadPlan = (files: readonly PlanFile[], signal: AbortSignal) => Promise<PlanReading>;

export function createPlansForm(store: PlanStore, readPlan: ReadPlan, now: () => number): PlansForm {
  const plans = signal<readonly StoredPlan[]>([]);
  const preview = signal<PlanPreview | null>(null);
  const fault = signal<string | null>(null);
  const isReading = signal(false);
  /** Of two readings the later one counts. */
  let underWay = new AbortController();

  const refresh = guard(async () => {
    plans.value = await store.list();
  });
  store.subscribe(() => void refresh());
  void refresh();

  function guard<Args extends unknown[]>(task: (...args: Args) => Promise<void>) {
    return async (...args: Args) => {
      try {
        await task(...args);
      } catch (error) {
        fault.value = `Could not be saved: ${toErrorMessage(error)}`;
      }
    };
  }

  async function read(files: readonly PlanFile[]): Promise<void> {
    underWay.abort();
    const own = new AbortController();
    underWay = own;
    isReading.value = true;
    const reading = await readPlan(files, own.signal);
    const next = reading.ok ? await compare(reading.plan, files, own.signal) : null;
    if (own.signal.aborted) return;
    isReading.value = false;
    fault.value = reading.ok ? null : reading.message;
    preview.value = next;
  }

  async function compare(plan: Plan, files: readonly PlanFile[], signal: AbortSignal): Promise<PlanPreview> {
    const former = plans.value.find(({id}) => id === plan.id);
    const reading = former ? await readPlan(former.files, signal) : null;
    const comparison = reading?.ok ? compareRevisions(reading.plan, plan) : null;
    return {plan, files, comparison, isReplacement: former !== undefined};
  }

  return {
    plans,
    preview,
    fault,
    isReading,
    read,
    accept: guard(async () => {
      const shown = preview.value;
      if (!shown) return;
      const {plan, files} = shown;
      const former = plans.value.find(({id}) => id === plan.id);
      const kept = former ?? {isOn: true, hosts: [], protocols: [], expectations: [], importedAt: now()};
      const {id, title, revision} = plan;
      const expectations = joinExpectations(kept.expectations, plan.expectations);
      await store.put({...kept, id, title, revision, files, expectations});
      preview.value = null;
    }),
    cancel() {
      underWay.abort();
      isReading.value = false;
      preview.value = null;
      fault.value = null;
    },
    async importAll(list) {
      const faults: string[] = [];
      for (const plan of list) {
        const reading = await readPlan(plan.files, new AbortController().signal);
        if (!reading.ok) {
          faults.push(`${plan.title}: ${reading.message}`);
          continue;
        }
        const {id, title, revision, expectations: own} = reading.plan;
        const {files, isOn, hosts, protocols} = plan;
        const former = plans.value.find((stored) => stored.id === id);
        const expectations = joinExpectations(former?.expectations ?? [], readPlanExpectations(plan), own);
        const importedAt = former?.importedAt ?? now();
        await store.put({id, title, revision, files, isOn, hosts, protocols, expectations, importedAt});
      }
      return faults;
    },
    change: guard((id, change) => store.update(id, change)),
    remove: guard((id) => store.remove(id)),
  };
}
