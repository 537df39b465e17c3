import {inspectRequest, inspectText} from '../domain/inspect-request';
import {openLogReader} from '../storage/log/open-log-reader';
import {openPlans} from '../storage/open-plans';
import {pause} from './ports/pause';
import {createJudge} from './store/judge/create-judge';
import type {FromJudge, ToJudge} from './store/judge/judge-messages';

// The entry file of the panel's judge: slow work is done here, not in the thread that paints.

const judge = createJudge({
  log: openLogReader({
    onDamaged: () =>
      postMessage({
        type: 'failure',
        reason:
          'A stored request is damaged and cannot be shown in full. The others are not affected. Clear removes it.',
      } satisfies FromJudge),
  }),
  inspect: (request, settings) => inspectRequest(request, {settings}),
  inspectText: (request, inspection, settings) => inspectText(request, inspection, {settings}),
  planSource: {plans: openPlans(), loadEngine: () => import('../domain/plans/open-plan')},
  send: (message) => postMessage(message),
  now: Date.now,
  pause,
});
addEventListener('message', ({data}: MessageEvent<ToJudge>) => judge.receive(data));
