import type {JsonObject} from '../json/json-value';
import {type ProtocolId, wireFormats} from '../protocols/wire-formats';

/** Whose event it is, and where it is sent: a path like `/v1/group` says the type of calls that do not. */
export interface EventContext {
  protocol: ProtocolId | null;
  url: string;
}

/** Pointer of the object of an event in which a property of the sender's own belongs. */
export function findHolder(event: JsonObject, {protocol, url}: EventContext): string {
  return protocol === null ? '/properties' : wireFormats[protocol].propertiesOf(event, url);
}
