import type {Panel} from '../setup/browser-driver';
import type {Mark} from './format-mark';
import {toMedian} from './statistics';
import {type TaskTimes, toWorst, withLongestTask} from './watch-tasks';

export interface LongestTask {
  name: string;
  /** Of the panel's own thread. */
  tasks: TaskTimes;
  /** From the page's sending, or from the key, until the panel shows it, in milliseconds; a median. Null: not measured. */
  painted: number | null;
  /** How that compares with the page's last answer; null where nothing is sent. */
  answered: {time: number; ratio: number; mark: Mark} | null;
}

/** Measures one kind of work at a time: the longest task of the panel's thread, and how long all of it takes. */
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

/** Of the same work done several times the longest task and the median time. */
export function ofAll(all: readonly LongestTask[]): LongestTask {
  return {
    name: all[0]?.name ?? '',
    tasks: toWorst(all.map(({tasks}) => tasks)),
    painted: toMedian(all.flatMap(({painted}) => painted ?? [])),
    answered: null,
  };
}
