import type {PlanReading} from '../../domain/plans/read-plan';
import type {ReadPlan} from './plan-previewer';

/** Reads a plan in its own thread, which ends when the reading ends or is cancelled. */
export const readPlanInWorker: ReadPlan = (files, signal) => {
  const worker = new Worker(new URL('./plan-reader-worker.ts', import.meta.url), {type: 'module'});
  const reading = new Promise<PlanReading>((resolve) => {
    worker.addEventListener('message', ({data}: MessageEvent<PlanReading>) => resolve(data));
    worker.addEventListener('error', ({message}) => {
      resolve({ok: false, message: `The plan can’t be read: ${message}`});
    });
    signal.addEventListener('abort', () => resolve({ok: false, message: 'Reading was cancelled.'}));
  });
  worker.postMessage(files);
  return reading.finally(() => worker.terminate());
};
