import type {JsonObject} from '../json/json-value';
import {readCallType} from '../protocols/segment/call-type';
import type {ProtocolId} from '../verdict/inspection';

/** Whose event it is, and where it is sent: a path like `/v1/group` says the type of calls that do not. */
export interface EventHome {
  protocol: ProtocolId | null;
  url: string;
}

/**
 * The object of an event in which a property of the sender's own belongs: traits of `identify` and `group` calls
 * (Segment Spec, Identify and Group), the context of an `alias`, which has neither, and properties of all others.
 */
export function findHolder(
  event: JsonObject,
  {protocol, url}: EventHome,
): 'properties' | 'traits' | 'context' {
  const type = protocol === 'thrivestack-track' ? null : readCallType(event, url);
  if (type === 'identify' || type === 'group') return 'traits';
  return type === 'alias' ? 'context' : 'properties';
}
