import type {CapturedRequest} from '../../src/domain/capture/captured-request';
import {featureUsed, inviteSent, signedUp} from './sample-events';
import {buildRequest} from './sample-requests';

const kinds = [signedUp, inviteSent, featureUsed];

/** Makes this number of events, in batches of 20 unless specified. */
export function buildLoad(events: number, batch = 20, prefix = 'load'): CapturedRequest[] {
  return Array.from({length: Math.ceil(events / batch)}, (_, number) =>
    buildRequest({
      id: `${prefix}-${number}`,
      after: number * 50,
      body: Array.from({length: Math.min(batch, events - number * batch)}, (__, index) => ({
        ...kinds[(number + index) % kinds.length],
        user_id: `user-${number}`,
        timestamp: new Date(Date.UTC(2026, 10, 22, 15, 51, 12) + number * 50 + index).toISOString(),
      })),
    }),
  );
}
