import {type ReadonlySignal, type Signal, signal} from '@preact/signals';
import {joinExpectations} from '../../domain/plans/expectations/expectation';
import type {Plan} from '../../domain/plans/tracking-plan';
import {type PlanInFile, readPlanExpectations} from '../../domain/settings-file/plan-in-file';
import {toErrorMessage} from '../../domain/to-error-message';
import type {PlanStore, StoredPlan} from '../../storage/plan-store';
import {createPlanPreviewer, type PlanPreview, type PlanPreviewer, type ReadPlan} from './plan-previewer';

/** The section of tracking plans: the stored plans, and the preview of new ones. */
export interface PlansForm extends Omit<PlanPreviewer, 'close'> {
  readonly plans: ReadonlySignal<readonly StoredPlan[]>;
  /** The text of a plan that the user pasted or typed; it remains until it is stored, whatever else is previewed. */
  readonly pasted: Signal<string>;
  /** Shows the contents of `pasted`. */
  readPasted(): Promise<void>;
  /** Stores the plan that is shown. */
  accept(): Promise<void>;
  /**
   * Reads and stores the plans of a settings file, which replace former ones; resolves to the faults of those that
   * cannot be stored.
   */
  importAll(plans: readonly PlanInFile[]): Promise<string[]>;
  change(id: string, change: (plan: StoredPlan) => StoredPlan): Promise<void>;
  remove(id: string): Promise<void>;
}

const PASTED = 'Pasted text';

export function createPlansForm(store: PlanStore, readPlan: ReadPlan, now: () => number): PlansForm {
  const plans = signal<readonly StoredPlan[]>([]);
  const pasted = signal('');
  const {close, ...previewer} = createPlanPreviewer(plans, readPlan);
  const {preview, fault} = previewer;
  const find = (id: string) => plans.value.find((stored) => stored.id === id) ?? null;

  function guard<Args extends unknown[]>(
    task: (...args: Args) => Promise<void>,
    failed = 'Could not be saved',
  ) {
    return async (...args: Args) => {
      try {
        await task(...args);
      } catch (error) {
        fault.value = `${failed}: ${toErrorMessage(error)}`;
      }
    };
  }

  const refresh = guard(async () => {
    plans.value = await store.list();
  }, 'The saved plans could not be read');
  /** Resolves to the reason why the plan cannot be read; null if it is stored. */
  async function importOne(plan: PlanInFile): Promise<string | null> {
    const reading = await readPlan(plan.files, new AbortController().signal);
    if (!reading.ok) return reading.message;
    await store.put(toImported(plan, reading.plan, find(reading.plan.id), now()));
    return null;
  }

  store.subscribe(() => void refresh());
  void refresh();

  return {
    ...previewer,
    plans,
    pasted,
    readPasted: () => previewer.read([{name: PASTED, text: pasted.peek()}]),
    accept: guard(async () => {
      const shown = preview.value;
      if (!shown) return;
      await store.put(toReplacement(shown, find(shown.plan.id), now()));
      // It can have been another plan that was chosen meanwhile.
      if (shown.files.some(({name, text}) => name === PASTED && text === pasted.peek())) pasted.value = '';
      close();
    }),
    async importAll(list) {
      const faults: string[] = [];
      for (const plan of list) {
        const fault = await importOne(plan).catch(toErrorMessage);
        if (fault !== null) faults.push(`${plan.title}: ${fault}`);
      }
      return faults;
    },
    change: guard((id, change) => store.update(id, change)),
    remove: guard((id) => store.remove(id)),
  };
}

/** A new revision replaces the former one; its settings and expectations are kept. */
function toReplacement({plan, files}: PlanPreview, former: StoredPlan | null, now: number): StoredPlan {
  const {id, title, revision} = plan;
  const kept = former ?? {isOn: true, hosts: [], protocols: [], expectations: [], importedAt: now};
  const expectations = joinExpectations(kept.expectations, plan.expectations);
  return {...kept, id, title, revision, files, expectations};
}

/** A plan of a settings file has its own settings there. */
function toImported(inFile: PlanInFile, plan: Plan, former: StoredPlan | null, now: number): StoredPlan {
  const {id, title, revision} = plan;
  const {files, isOn, hosts, protocols} = inFile;
  const own = readPlanExpectations(inFile);
  const expectations = joinExpectations(former?.expectations ?? [], own, plan.expectations);
  const importedAt = former?.importedAt ?? now;
  return {id, title, revision, files, isOn, hosts, protocols, expectations, importedAt};
}
