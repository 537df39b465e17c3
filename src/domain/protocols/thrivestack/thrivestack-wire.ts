import {createThriveStackWire} from './create-thrivestack-wire';

/** ThriveStack's Track API. */
export const thrivestackWire = createThriveStackWire({
  title: 'ThriveStack Track API',
  path: '/api/track',
  type: 'track',
  fields: {name: {track: ['/event_name', '/event']}, group: ['/context/group_id']},
  properties: '/properties',
  // The vendor's script, version 2.0.1.
  flush: {events: 10, seconds: 2},
});
