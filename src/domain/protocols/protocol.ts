import type {Issue} from '../checks/issue';
import type {CapturedRequest} from '../capture/captured-request';
import type {DecodedEvent, ProtocolId} from '../inspection';
import type {JsonValue} from '../json/json-value';

/** What a protocol's checks may look at besides the event. */
export interface CheckContext {
  request: CapturedRequest;
  /** The time against which timestamps are plausible or not: when the request was sent. */
  sentAt: number;
}

/** One vendor's wire format: how its body becomes events, and what its documents say of each. */
export interface Protocol {
  id: ProtocolId;
  /** Shown to the user: "ThriveStack Track API". */
  title: string;
  limits: {events: number | null; bytes: number | null};
  /** The events of a readable body, and what is wrong with its shape (a bare object, an entry that is no object). */
  decode(body: JsonValue): {events: DecodedEvent[]; issues: Issue[]};
  /** All issues of one event; `event.index` goes into each. */
  checkEvent(event: DecodedEvent, context: CheckContext): Issue[];
  /** Issues of the request as a whole: credentials, headers, the server's own answer beside our verdict. */
  checkRequest(events: readonly DecodedEvent[], context: CheckContext): Issue[];
}
