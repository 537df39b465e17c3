import {createLaneFinder, type Lined} from '../../storage/log/queue/lane-finder';

/** Runs tasks in lanes: tasks of one tab one after another, different tabs in parallel. */
export interface LaneQueue {
  add(seen: Lined, task: () => Promise<void>): void;
  /** Resolves when all tasks added so far are done. */
  settled(): Promise<void>;
}

export function createLaneQueue(onError: (error: unknown) => void): LaneQueue {
  const lanes = createLaneFinder();
  /** The last task of each lane. */
  const tails = new Map<number, Promise<void>>();
  return {
    add(seen, task) {
      const lane = lanes.next(seen);
      const tail = (tails.get(lane) ?? Promise.resolve())
        .then(task)
        .catch(onError)
        .finally(() => {
          lanes.done(seen);
          if (tails.get(lane) === tail) tails.delete(lane);
        });
      tails.set(lane, tail);
    },
    async settled() {
      await Promise.all(tails.values());
    },
  };
}
