import type {ExactNumbers} from '../json/inexact-numbers';
import type {JsonValue} from '../json/json-value';
import type {EventType} from '../protocols/wire-format';
import type {ProtocolId} from '../protocols/wire-formats';
import type {Issue} from './issue';

export interface DecodedEvent {
  /** Position in the batch, from 0. */
  index: number;
  /** Null: nothing says a type that is documented. */
  type: EventType | null;
  /** As sent; null where there is none to read, as in an identify or group call. */
  name: string | null;
  /** The event as JSON.parse gives it: numbers may have lost digits, so bytes are never made from it. */
  value: JsonValue;
  /** JSON Pointer of the event inside the body: '' for a bare object, '/3', '/batch/3'. */
  pointer: string;
  /** Who did it and for which account, for the list; null where not given. */
  user: string | null;
  group: string | null;
  /** As written in the event; null where there is none. */
  timestamp: string | null;
  /** Null where the protocol or the event has none. */
  messageId: string | null;
  /** Numbers as they were sent, by pointer inside the event, where JSON.parse changed any of it. */
  exact?: ExactNumbers;
}

/** The verdict on one request. */
export interface Inspection {
  /** `CapturedRequest.id`, and when it was sent: what rules over a whole session go by. */
  requestId: string;
  sentAt: number | null;
  /** The server passed it on to another endpoint by 307 or 308: the request after it has the same events. */
  isRedirected?: boolean;
  /** null: not a request of a protocol we know. */
  protocol: ProtocolId | null;
  /** False: the body could not be read; the issues say why and where. */
  decoded: boolean;
  events: readonly DecodedEvent[];
  issues: readonly Issue[];
  /** For the limit meters; null where unknown. Bytes as sent on the wire. */
  size: {events: number; bytes: number | null; maxEvents: number | null; maxBytes: number | null};
}
