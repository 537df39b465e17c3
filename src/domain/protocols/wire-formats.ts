import {journyWire} from './journy/journy-wire';
import {segmentWire} from './segment/segment-wire';
import {thrivestackWire} from './thrivestack/thrivestack-wire';
import {thrivestackGroupWire} from './thrivestack-group/thrivestack-group-wire';
import {thrivestackIdentifyWire} from './thrivestack-identify/thrivestack-identify-wire';
import type {WireFormat} from './wire-format';

/** All protocols by their ID, which settings and exports use; the checks of their events are in `protocols.ts`. */
export const wireFormats = {
  'thrivestack-track': thrivestackWire,
  'thrivestack-identify': thrivestackIdentifyWire,
  'thrivestack-group': thrivestackGroupWire,
  segment: segmentWire,
  journy: journyWire,
} as const satisfies Record<string, WireFormat>;

export type ProtocolId = keyof typeof wireFormats;

export const protocolIds = Object.keys(wireFormats) as [ProtocolId, ...ProtocolId[]];

/** All places where a protocol may have its list of events: for text whose protocol is unknown. */
export const batchPointers = /* @__PURE__ */ listEach((format) => format.batchPointers);

/** All places where a protocol may have a time of an event or of a batch. */
export const timePointers = /* @__PURE__ */ listEach((format) => format.fields.times);

/** Calls are marked as pure, so that contexts without such a list do not bundle it. */
function listEach(read: (format: WireFormat) => readonly string[]): readonly string[] {
  const all: readonly WireFormat[] = Object.values(wireFormats);
  return [...new Set(all.flatMap(read))];
}
