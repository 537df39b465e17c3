import {callPaths} from '../segment/call-type';
import {createCallWire} from '../segment/create-call-wire';

/** journy.io, "100% compatible with Segment". */
export const journyWire = createCallWire({
  title: 'journy.io',
  // The customer's own CNAME is common here, and the path is journy's alone.
  endpoints: callPaths.map((call) => ({host: '*', path: `/backend/v1/${call}`})),
});
