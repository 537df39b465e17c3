import type {StartJudge} from '../store/judge/judge-connection';
import type {FromJudge} from '../store/judge/judge-messages';

/** A judge in its own thread. */
export const startJudgeWorker: StartJudge = (listen) => {
  const worker = new Worker(new URL('../judge-worker.ts', import.meta.url), {type: 'module'});
  worker.addEventListener('message', ({data}: MessageEvent<FromJudge>) => listen(data));
  worker.addEventListener('error', ({message}) => {
    listen({type: 'failure', reason: `Requests cannot be checked: ${message}`});
  });
  return {
    post: (message) => worker.postMessage(message),
    end: () => worker.terminate(),
  };
};
