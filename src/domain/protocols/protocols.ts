import {journy} from './journy/journy';
import type {Protocol} from './protocol';
import {segment} from './segment/segment';
import {thrivestack} from './thrivestack/thrivestack';
import type {ProtocolId} from './wire-formats';

/** What is asked of the requests of every protocol. */
export const protocols: Readonly<Record<ProtocolId, Protocol>> = {
  'thrivestack-track': thrivestack,
  segment,
  journy,
};
