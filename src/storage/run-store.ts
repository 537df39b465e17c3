import {type DBSchema, openDB} from 'idb';
import type {KeptRun} from '../domain/plans/coverage/kept-run';
import type {ChangeChannel} from './change-channel';
import {keepOpen, whenClosed} from './keep-open';

/** Coverage runs that the user has named. */
export interface RunStore {
  /** In the order in which they were stored. */
  list(): Promise<KeptRun[]>;
  /** Adds a run, or replaces the one with its ID. */
  put(run: KeptRun): Promise<void>;
  /** Does nothing if it is gone: another panel may have deleted it. */
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Calls the listener after every change by another context. Returns a function that removes it. */
  subscribe(listener: () => void): () => void;
}

interface RunSchema extends DBSchema {
  runs: {key: string; value: KeptRun};
}

/** A separate database, like that of plans, since runs outlive sessions. It is opened on first use. */
export function openRunStore(name: string, channel: ChangeChannel): RunStore {
  const connection = keepOpen((onClosed) =>
    openDB<RunSchema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('runs', {keyPath: 'id'});
      },
      ...whenClosed(onClosed),
    }),
  );
  const announce = () => channel.postMessage('changed');
  return {
    async list() {
      const runs = await (await connection.use()).getAll('runs');
      return runs.sort((left, right) => left.keptAt - right.keptAt);
    },
    async put(run) {
      await (await connection.use()).put('runs', run);
      announce();
    },
    async rename(id, name) {
      const transaction = (await connection.use()).transaction('runs', 'readwrite');
      const run = await transaction.store.get(id);
      if (run) await transaction.store.put({...run, name});
      await transaction.done;
      if (run) announce();
    },
    async remove(id) {
      await (await connection.use()).delete('runs', id);
      announce();
    },
    subscribe(listener) {
      channel.addEventListener('message', listener);
      return () => channel.removeEventListener('message', listener);
    },
  };
}
