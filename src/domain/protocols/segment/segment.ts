import {segmentGroup} from '../../verdict/documents';
import {createCallProtocol} from './create-call-protocol';
import {toGroupTraits} from './group-traits';
import {segmentWire} from './segment-wire';

/**
 * Segment's tracking API: group calls according to their own specification, the other calls by the fields they share
 * with it.
 */
export const segment = createCallProtocol({
  format: segmentWire,
  vendor: 'Segment',
  groupSpec: segmentGroup,
  // "We recommend ISO-8601 date strings, but also accept Unix timestamps for convenience."
  takesUnixDates: true,
  tellsNullTraits: false,
  traits: () => toGroupTraits(segmentGroup('Traits')),
});
