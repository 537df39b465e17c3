import type {JsonObject} from '../json/json-value';
import {type ProtocolId, wireFormats} from '../protocols/wire-formats';

/** The vendor of the event, and its address: a path like `/v1/group` determines the type of calls without one. */
export interface EventContext {
  protocol: ProtocolId | null;
  url: string;
}

/** Pointer of the object of an event that contains the sender's own properties. */
export function findHolder(event: JsonObject, {protocol, url}: EventContext): string {
  return protocol === null ? '/properties' : wireFormats[protocol].propertiesOf(event, url);
}
