import {trackApi} from '../../verdict/documents';
import type {Protocol} from '../protocol';
import {traceFields} from '../session-fact';
import {checkEvent} from './checks/check-event';
import {checkRequest} from './checks/check-request';
import {describeEvent} from './event-rules';
import {requestLimits} from './request-limits';
import {standardEvents} from './standard-events';
import {thrivestackWire} from './thrivestack-wire';
import {createToBatch} from './to-batch';

const expectedBody = 'an array of events';

/** ThriveStack's Track API in all generations of its documents: what one of them shows is not called wrong. */
export const thrivestack: Protocol = {
  format: thrivestackWire,
  limits: {
    ...requestLimits,
    source: trackApi('Request body'),
  },
  expectedBody,
  toBatch: createToBatch(expectedBody, [
    'event_name',
    'event',
    'user_id',
    'properties',
    'timestamp',
    'context',
  ]),
  checkEvent,
  // Track API, Authorization scopes.
  checkRequest: (verdict, context, add) =>
    checkRequest(verdict, context, ['telemetry_apis', 'track_api'], add),
  trace: (event) => traceFields(event, thrivestackWire),
  describeEvent: (_, name) => describeEvent(name),
  eventNames: Object.keys(standardEvents),
};
