import {trackApi} from '../../verdict/documents';
import type {Protocol} from '../protocol';
import {traceFields} from '../session-fact';
import {checkEvent} from './check-event';
import {checkRequest} from './check-request';
import {describeEvent} from './event-rules';
import {standardEvents} from './standard-events';
import {thrivestackWire} from './thrivestack-wire';
import {toBatch} from './to-batch';

/** ThriveStack's Track API, all generations of its documents taken together: what one of them shows is not called wrong. */
export const thrivestack: Protocol = {
  format: thrivestackWire,
  limits: {
    events: 1000,
    // "2 MB" is defined nowhere: 2,000,000 and 2,097,152 are both meant somewhere.
    bytes: {safe: 2_000_000, hard: 2_097_152, documented: '2 MB'},
    source: trackApi('Request body'),
  },
  expectedBody: 'an array of events',
  toBatch,
  checkEvent,
  checkRequest,
  trace: (event) => traceFields(event, thrivestackWire),
  describeEvent: (_, name) => describeEvent(name),
  eventNames: Object.keys(standardEvents),
};
