import {callPaths} from '../segment/call-type';
import {createCallWire} from '../segment/create-call-wire';

/** journy.io, "100% compatible with Segment". */
export const journyWire = createCallWire({
  title: 'journy.io',
  // Customers often use their own CNAME here, and only journy uses this path.
  endpoints: callPaths.map((call) => ({host: '*', path: `/backend/v1/${call}`})),
});
