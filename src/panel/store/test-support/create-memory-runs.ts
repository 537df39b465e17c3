import type {KeptRun} from '../../../domain/plans/coverage/kept-run';
import type {RunStore} from '../../../storage/run-store';

/** Kept runs in memory, for tests and the preview page. */
export function createMemoryRuns(initial: readonly KeptRun[] = []): RunStore {
  const runs = new Map(initial.map((run) => [run.id, run]));
  return {
    list: async () => structuredClone([...runs.values()]),
    put: async (run) => void runs.set(run.id, structuredClone(run)),
    remove: async (id) => void runs.delete(id),
  };
}
