import {createThriveStackWire} from '../thrivestack/create-thrivestack-wire';

/** ThriveStack's Group API: the script's `setGroup()`. */
export const thrivestackGroupWire = createThriveStackWire({
  title: 'ThriveStack Group API',
  path: '/api/group',
  type: 'group',
  fields: {name: {}, group: ['/group_id', '/context/group_id']},
  properties: '/traits',
  // The vendor's script does not queue these calls.
  flush: {events: 1, seconds: 0},
});
