import {type DBSchema, openDB} from 'idb';
import {createListeners} from '../domain/listeners';
import type {Expectation} from '../domain/plans/expectations/expectation';
import type {PlanBinding} from '../domain/plans/plan-binding';
import type {PlanFile} from '../domain/plans/read-plan';
import type {ChangeChannel} from './change-channel';
import {keepOpen, whenClosed} from './keep-open';

/** A stored tracking plan, with its original files, so that a newer version of the extension can read them better. */
export interface StoredPlan extends PlanBinding {
  id: string;
  title: string;
  /** `Plan.revision`. */
  revision: string;
  files: readonly PlanFile[];
  isOn: boolean;
  expectations: readonly Expectation[];
  /** Milliseconds since the epoch. */
  importedAt: number;
}

export interface PlanStore {
  /** In the order in which they were first imported. */
  list(): Promise<StoredPlan[]>;
  /** Adds a plan, or replaces the old revision with the new one. */
  put(plan: StoredPlan): Promise<void>;
  /** Changes the stored plan; does nothing if it no longer exists. */
  update(id: string, change: (plan: StoredPlan) => StoredPlan): Promise<void>;
  remove(id: string): Promise<void>;
  /** Calls the listener after every change, of this context or another. Returns a function that removes it. */
  subscribe(listener: () => void): () => void;
}

interface PlanSchema extends DBSchema {
  plans: {key: string; value: StoredPlan};
}

/**
 * Plans have their own database: they are kept longer than sessions and recordings, and deleting those must not affect
 * them. It is opened on first use, and again after a failure.
 */
export async function openPlanStore(name: string, channel: ChangeChannel): Promise<PlanStore> {
  const connection = keepOpen((onClosed) =>
    openDB<PlanSchema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('plans', {keyPath: 'id'});
      },
      ...whenClosed(onClosed),
    }),
  );
  const {subscribe, tell} = createListeners();
  channel.addEventListener('message', () => tell());
  const announce = () => {
    channel.postMessage('changed');
    tell();
  };
  return {
    async list() {
      const plans = await (await connection.use()).getAll('plans');
      return plans.sort((left, right) => left.importedAt - right.importedAt);
    },
    async put(plan) {
      await (await connection.use()).put('plans', plan);
      announce();
    },
    async update(id, change) {
      const transaction = (await connection.use()).transaction('plans', 'readwrite');
      const plan = await transaction.store.get(id);
      if (plan) await transaction.store.put(change(plan));
      await transaction.done;
      if (plan) announce();
    },
    async remove(id) {
      await (await connection.use()).delete('plans', id);
      announce();
    },
    subscribe,
  };
}
