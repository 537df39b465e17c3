import {createHash} from 'node:crypto';
import type {ReceivedRequest} from '../track-api/received-request';
import type {RequestSummary} from './compare-records';

/** The server's record of a request. */
export function summariseReceived({method, url, body, answer}: ReceivedRequest): RequestSummary {
  return {
    method,
    url,
    bytes: body.length,
    hash: createHash('sha256').update(body).digest('hex'),
    status: answer?.status ?? null,
  };
}
