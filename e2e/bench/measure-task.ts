import type {Panel} from '../setup/browser-driver';
import type {LongestTask} from './longest-task';
import {toMedian} from './statistics';
import {withLongestTask} from './watch-tasks';

/** Measures one kind of work at a time: the longest task of the panel's thread, and how long all of it takes. */
export function createMeasure(panel: Panel) {
  return async (name: string, work: () => Promise<void>): Promise<LongestTask> => {
    const {longest, result} = await withLongestTask(panel, async () => {
      const start = performance.now();
      await work();
      return performance.now() - start;
    });
    return {name, longest, painted: result, answered: null};
  };
}

/** Of the same work done several times the longest task and the median time. */
export function ofAll(all: readonly LongestTask[]): LongestTask {
  return {
    name: all[0]?.name ?? '',
    longest: Math.max(...all.map(({longest}) => longest)),
    painted: toMedian(all.flatMap(({painted}) => painted ?? [])),
    answered: null,
  };
}
