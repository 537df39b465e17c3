import type {WireFormat} from '../wire-format';

/** ThriveStack's Track API. */
export const thrivestackWire: WireFormat = {
  title: 'ThriveStack Track API',
  // First-party proxies and staging hosts are common, so the path decides.
  endpoints: [{host: '*', path: '/api/track'}],
  batchPointers: [''],
  fields: {
    name: {track: ['/event_name', '/event']},
    user: ['/user_id'],
    group: ['/context/group_id'],
    times: ['/timestamp'],
  },
  volatile: ['/timestamp', '/context/session_id'],
  transportKeys: [],
  // The vendor's script, version 2.0.1.
  flush: {events: 10, seconds: 2},
  typeOf: () => 'track',
  propertiesOf: () => '/properties',
};
