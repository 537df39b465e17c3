import {createListeners} from '../../../domain/listeners';
import type {KeptRun} from '../../../domain/plans/coverage/kept-run';
import type {RunStore} from '../../../storage/run-store';

/** Saved runs in memory, for tests and the preview page. */
export function createMemoryRuns(initial: readonly KeptRun[] = []): RunStore {
  const runs = new Map(initial.map((run) => [run.id, run]));
  const {subscribe, tell} = createListeners();
  return {
    list: async () => structuredClone([...runs.values()]),
    async put(run) {
      runs.set(run.id, structuredClone(run));
      tell();
    },
    async rename(id, name) {
      const run = runs.get(id);
      if (run) runs.set(id, {...run, name});
      tell();
    },
    async remove(id) {
      runs.delete(id);
      tell();
    },
    subscribe,
  };
}
