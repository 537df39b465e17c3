import type {ProtocolId} from '../verdict/inspection';
import {journy} from './journy/journy';
import type {Protocol} from './protocol';
import {segment} from './segment/segment';
import {thrivestack} from './thrivestack/thrivestack';

/** The protocols that can be checked. */
export const protocols: Record<ProtocolId, Protocol> = {
  'thrivestack-track': thrivestack,
  segment,
  journy,
};
