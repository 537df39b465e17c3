import type {Panel} from '../setup/browser-driver';
import type {Mark} from './format-mark';
import {toMedian} from './statistics';
import {type TaskTimes, toWorst, withLongestTask} from './watch-tasks';

export interface LongestTask {
  name: string;
  /** Of the panel's own thread. */
  tasks: TaskTimes;
  /** From the page's request, or from the key, until the panel shows it, in milliseconds; a median. Null: not measured. */
  painted: number | null;
  /** How that compares with the page's last response; null if no request is sent. */
  answered: {time: number; ratio: number; mark: Mark} | null;
}

/** Measures one kind of work at a time: the longest task of the panel's thread, and the total time. */
export function createMeasure(panel: Panel) {
  return async (name: string, work: () => Promise<void>): Promise<LongestTask> => {
    const {tasks, result} = await withLongestTask(panel, async () => {
      const start = performance.now();
      await work();
      return performance.now() - start;
    });
    return {name, tasks, painted: result, answered: null};
  };
}

/** The longest task and the median time of the same work done several times. */
export function ofAll(all: readonly LongestTask[]): LongestTask {
  return {
    name: all[0]?.name ?? '',
    tasks: toWorst(all.map(({tasks}) => tasks)),
    painted: toMedian(all.flatMap(({painted}) => painted ?? [])),
    answered: null,
  };
}
