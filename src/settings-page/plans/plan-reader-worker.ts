import {type PlanFile, readPlan} from '../../domain/plans/read-plan';

// Reads one plan and is done: a large file takes seconds, which are not for the thread that paints.

addEventListener('message', ({data}: MessageEvent<readonly PlanFile[]>) => {
  // Readers never throw; if one does, the page hears of it as the worker's error.
  void readPlan(data).then((reading) => postMessage(reading));
});
