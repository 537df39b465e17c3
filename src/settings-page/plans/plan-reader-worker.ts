import {type PlanFile, readPlan} from '../../domain/plans/read-plan';
import {toErrorMessage} from '../../domain/to-error-message';

// Reads one plan and is done: a large file takes seconds, which are not for the thread that paints.

addEventListener('message', ({data}: MessageEvent<readonly PlanFile[]>) => {
  // Readers never throw; should one, or should its answer not go into a message, the page must not wait for ever.
  readPlan(data)
    .then((reading) => postMessage(reading))
    .catch((error: unknown) =>
      postMessage({ok: false, message: `The plan can’t be read: ${toErrorMessage(error)}`}),
    );
});
