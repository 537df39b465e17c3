import {type PlanFile, readPlan} from '../../domain/plans/read-plan';
import {toErrorMessage} from '../../domain/to-error-message';

// Reads a single plan: a large file takes seconds, which would block the thread that paints.

addEventListener('message', ({data}: MessageEvent<readonly PlanFile[]>) => {
  // Readers never throw. If one does, or if its result cannot be sent as a message, the page must not wait forever.
  readPlan(data)
    .then((reading) => postMessage(reading))
    .catch((error: unknown) =>
      postMessage({ok: false, message: `The plan can’t be read: ${toErrorMessage(error)}`}),
    );
});
