import {journyWire} from './journy/journy-wire';
import {segmentWire} from './segment/segment-wire';
import {thrivestackWire} from './thrivestack/thrivestack-wire';
import {thrivestackGroupWire} from './thrivestack-group/thrivestack-group-wire';
import {thrivestackIdentifyWire} from './thrivestack-identify/thrivestack-identify-wire';
import type {WireFormat} from './wire-format';

/** Every protocol by its id, which settings and exports name it by; what is asked of its events is in `protocols.ts`. */
export const wireFormats = {
  'thrivestack-track': thrivestackWire,
  'thrivestack-identify': thrivestackIdentifyWire,
  'thrivestack-group': thrivestackGroupWire,
  segment: segmentWire,
  journy: journyWire,
} as const satisfies Record<string, WireFormat>;

export type ProtocolId = keyof typeof wireFormats;

export const protocolIds = Object.keys(wireFormats) as [ProtocolId, ...ProtocolId[]];

const allFormats: readonly WireFormat[] = Object.values(wireFormats);

/** Where any protocol may have its list of events: for text whose protocol is unknown. */
export const batchPointers: readonly string[] = [
  ...new Set(allFormats.flatMap((format) => format.batchPointers)),
];

/** Where any protocol may have a time of an event or of a batch. */
export const timePointers: readonly string[] = [
  ...new Set(allFormats.flatMap((format) => format.fields.times)),
];
