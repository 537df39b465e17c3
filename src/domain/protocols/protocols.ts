import {journy} from './journy/journy';
import type {Protocol} from './protocol';
import {segment} from './segment/segment';
import {thrivestack} from './thrivestack/thrivestack';
import {thrivestackGroup} from './thrivestack-group/thrivestack-group';
import {thrivestackIdentify} from './thrivestack-identify/thrivestack-identify';
import type {ProtocolId} from './wire-formats';

/** The checks for the requests of every protocol. */
export const protocols: Readonly<Record<ProtocolId, Protocol>> = {
  'thrivestack-track': thrivestack,
  'thrivestack-identify': thrivestackIdentify,
  'thrivestack-group': thrivestackGroup,
  segment,
  journy,
};
