import type {CapturedRequest} from '../capture/captured-request';
import type {ShapeNode} from '../checks/shape/shape';
import type {JsonObject, JsonValue} from '../json/json-value';
import type {DecodedEvent} from '../verdict/inspection';
import type {Issue} from '../verdict/issue';
import type {SessionFact} from '../verdict/session-fact';
import type {Source} from '../verdict/source';
import type {EventType, WireFormat} from './wire-format';

/** The data that a protocol's checks may use besides the event. */
export interface CheckContext {
  request: CapturedRequest;
  /** When the request was sent, in milliseconds since the epoch; null: checks that depend on it are skipped. */
  sentAt: number | null;
}

export type AddIssue = (issue: Issue) => void;

/** The unread entries of a body, and faults of its structure (a bare object, not an event). */
export interface Batch {
  entries: readonly JsonValue[];
  /** JSON Pointer of an entry inside the body. */
  toPointer(index: number): string;
  issues: Issue[];
  /** Facts of the envelope around the entries, which hold for each of them. */
  shared?: readonly SessionFact[];
  /** The body is the event itself, so the limit of one event is the limit of the body. */
  isSingle?: boolean;
}

export interface ByteLimit {
  /** Allowed according to every interpretation of the documents. */
  safe: number;
  /** Above this, forbidden according to every interpretation. */
  hard: number;
  /** As in the documents: "2 MB". */
  documented: string;
}

/** How a body of one wire format becomes events, and the vendor's documented rules for each. */
export interface Protocol {
  format: WireFormat;
  /** Limits of a whole request; `eventBytes` is that of one event in it, if the documents name one. */
  limits: {events: number | null; bytes: ByteLimit | null; eventBytes?: ByteLimit; source: Source};
  /** A description of a valid body: "an array of events". */
  expectedBody: string;
  /** The entries of a readable body. The engine reports entries that are not objects, and reads and checks the others. */
  toBatch(body: JsonValue, context: CheckContext): Batch;
  /** Reports all issues of one event; `event.index` is added to each. */
  checkEvent(event: DecodedEvent & {value: JsonObject}, context: CheckContext, add: AddIssue): void;
  /**
   * Reports issues of the request as a whole: credentials, headers, the server's response compared with our verdict,
   * which is `issues`: everything found so far. `body` is its value, undefined if it could not be read.
   */
  checkRequest(
    verdict: {decoded: boolean; body: JsonValue | undefined; issues: readonly Issue[]},
    context: CheckContext,
    add: AddIssue,
  ): void;
  /** The facts of an event that session rules may use. */
  trace(event: DecodedEvent): SessionFact[];
  /** The documented fields of an event by its type and name, for completion and hover in the editor. */
  describeEvent(type: EventType | null, name: string | null): ShapeNode;
  /** Names of documented events. */
  eventNames: readonly string[];
}
