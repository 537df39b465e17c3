import type {ProtocolId} from '../inspection';
import type {Protocol} from './protocol';
import {thrivestack} from './thrivestack/thrivestack';

/** The protocols that can be checked. */
export const protocols: Partial<Record<ProtocolId, Protocol>> = {
  'thrivestack-track': thrivestack,
};
