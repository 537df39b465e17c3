import {callPaths} from './call-type';
import {createCallWire} from './create-call-wire';

const hosts = ['api.segment.io', 'api.segment.com', '*.segmentapis.com'];

/** Segment's tracking API. */
export const segmentWire = createCallWire({
  title: 'Segment',
  endpoints: hosts.flatMap((host) => callPaths.map((call) => ({host, path: `/v1/${call}`}))),
});
