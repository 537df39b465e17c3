import type {ProtocolId} from '../domain/verdict/inspection';

/** The protocols, as the settings call them. */
export const protocolNames: Readonly<Record<ProtocolId, string>> = {
  'thrivestack-track': 'ThriveStack Track',
  segment: 'Segment',
  journy: 'journy.io',
};
