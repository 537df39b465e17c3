import type {CapturedRequest} from '../capture/captured-request';
import type {ShapeNode} from '../checks/shape/shape';
import type {JsonObject, JsonValue} from '../json/json-value';
import type {DecodedEvent} from '../verdict/inspection';
import type {Issue} from '../verdict/issue';
import type {Source} from '../verdict/source';
import type {SessionFact} from './session-fact';
import type {EventType, WireFormat} from './wire-format';

/** What a protocol's checks may look at besides the event. */
export interface CheckContext {
  request: CapturedRequest;
  /** When the request was sent, in milliseconds since the epoch; null: no verdict that depends on it. */
  sentAt: number | null;
}

export type AddIssue = (issue: Issue) => void;

/** The entries of a body, still unread, and what is wrong with its shape (a bare object, no event at all). */
export interface Batch {
  entries: readonly JsonValue[];
  /** JSON Pointer of an entry inside the body. */
  toPointer(index: number): string;
  issues: Issue[];
  /** The body is the event itself, so that the limit of one event is the limit of the body. */
  isSingle?: boolean;
}

export interface ByteLimit {
  /** Up to here, every reading of the documents agrees. */
  safe: number;
  /** Beyond here, every reading of them forbids it. */
  hard: number;
  /** As the documents say it: "2 MB". */
  documented: string;
}

/** How a body of one wire format becomes events, and what the vendor's documents say of each. */
export interface Protocol {
  format: WireFormat;
  /** Of a whole request; `eventBytes` is that of one event in it, where the documents name one. */
  limits: {events: number | null; bytes: ByteLimit | null; eventBytes?: ByteLimit; source: Source};
  /** What a body should be, in words: "an array of events". */
  expectedBody: string;
  /** The entries of a readable body. The engine reports those that are no objects, and reads and checks the others. */
  toBatch(body: JsonValue, context: CheckContext): Batch;
  /** Reports all issues of one event; `event.index` goes into each. */
  checkEvent(event: DecodedEvent & {value: JsonObject}, context: CheckContext, add: AddIssue): void;
  /**
   * Reports issues of the request as a whole: credentials, headers, the server's own answer beside our verdict, which
   * is `issues`: everything found so far. `body` is its value, undefined where it could not be read.
   */
  checkRequest(
    verdict: {decoded: boolean; body: JsonValue | undefined; issues: readonly Issue[]},
    context: CheckContext,
    add: AddIssue,
  ): void;
  /** What rules over a session may know of an event. */
  trace(event: DecodedEvent): SessionFact[];
  /** What the documents say of an event by its type and name, for completion and hover in the editor. */
  describeEvent(type: EventType | null, name: string | null): ShapeNode;
  /** Names of documented events. */
  eventNames: readonly string[];
}
