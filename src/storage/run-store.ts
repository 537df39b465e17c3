import {type DBSchema, openDB} from 'idb';
import type {KeptRun} from '../domain/plans/coverage/kept-run';
import {keepOpen, whenClosed} from './keep-open';

/** Coverage runs that the user gave names. */
export interface RunStore {
  /** In the order in which they were kept. */
  list(): Promise<KeptRun[]>;
  /** Adds a run, or takes the place of the one with its id. */
  put(run: KeptRun): Promise<void>;
  remove(id: string): Promise<void>;
}

interface RunSchema extends DBSchema {
  runs: {key: string; value: KeptRun};
}

/** A database of its own, as plans have: runs outlive sessions. It is opened when it is first used. */
export function openRunStore(name: string): RunStore {
  const connection = keepOpen((onClosed) =>
    openDB<RunSchema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('runs', {keyPath: 'id'});
      },
      ...whenClosed(onClosed),
    }),
  );
  return {
    async list() {
      const runs = await (await connection.use()).getAll('runs');
      return runs.sort((left, right) => left.keptAt - right.keptAt);
    },
    async put(run) {
      await (await connection.use()).put('runs', run);
    },
    async remove(id) {
      await (await connection.use()).delete('runs', id);
    },
  };
}
