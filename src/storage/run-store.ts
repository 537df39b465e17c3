import {type DBSchema, type IDBPDatabase, openDB} from 'idb';
import type {KeptRun} from '../domain/plans/coverage/kept-run';

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
  let opening: Promise<IDBPDatabase<RunSchema>> | null = null;
  const open = () => {
    opening ??= openDB<RunSchema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('runs', {keyPath: 'id'});
      },
      // A newer version of the extension must not wait for a panel that the old one left open.
      blocking(_current, _blocked, event) {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
    // What failed once may work the next time.
    opening.catch(() => {
      opening = null;
    });
    return opening;
  };
  return {
    async list() {
      const runs = await (await open()).getAll('runs');
      return runs.sort((left, right) => left.keptAt - right.keptAt);
    },
    async put(run) {
      await (await open()).put('runs', run);
    },
    async remove(id) {
      await (await open()).delete('runs', id);
    },
  };
}
