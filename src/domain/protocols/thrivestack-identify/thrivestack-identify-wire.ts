import {createThriveStackWire} from '../thrivestack/create-thrivestack-wire';

/** ThriveStack's Identify API: the script's `setUser()`. */
export const thrivestackIdentifyWire = createThriveStackWire({
  title: 'ThriveStack Identify API',
  path: '/api/identify',
  type: 'identify',
  fields: {name: {}, group: ['/context/group_id']},
  properties: '/traits',
  // The vendor's script does not queue these calls.
  flush: {events: 1, seconds: 0},
});
