import type {ExactNumbers} from '../json/inexact-numbers';
import type {JsonValue} from '../json/json-value';
import type {EventType} from '../protocols/wire-format';
import type {ProtocolId} from '../protocols/wire-formats';
import type {Issue} from './issue';
import type {SessionFact} from './session-fact';

export interface DecodedEvent {
  /** Position in the batch, from 0. */
  index: number;
  /** Null: there is no documented type. */
  type: EventType | null;
  /** As sent; null if there is none to read, as in an identify or group call. */
  name: string | null;
  /** The event as parsed by JSON.parse: numbers may have lost digits, so it is never used to create bytes. */
  value: JsonValue;
  /** JSON Pointer of the event inside the body: '' for a bare object, '/3', '/batch/3'. */
  pointer: string;
  /** User and account, for the list; null if missing. */
  user: string | null;
  group: string | null;
  /** As written in the event; null if there is none. */
  timestamp: string | null;
  /** Null if the protocol or the event has none. */
  messageId: string | null;
  /** Numbers as they were sent, by pointer inside the event, if JSON.parse changed any. */
  exact?: ExactNumbers;
}

/** The verdict on one request. */
export interface Inspection {
  /** `CapturedRequest.id`, and when it was sent; used by session rules. */
  requestId: string;
  sentAt: number | null;
  /** The server redirected it to another endpoint with 307 or 308: the request after it contains the same events. */
  isRedirected?: boolean;
  /** null: the protocol is not known. */
  protocol: ProtocolId | null;
  /** False: the body could not be read; the issues say why and where. */
  decoded: boolean;
  events: readonly DecodedEvent[];
  issues: readonly Issue[];
  /** Facts of the envelope around the events, for session rules; missing: there are none. */
  shared?: readonly SessionFact[];
  /** For the limit meters; null if unknown. Bytes as sent on the wire. */
  size: {events: number; bytes: number | null; maxEvents: number | null; maxBytes: number | null};
}
