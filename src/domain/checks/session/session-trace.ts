import {isJsonObject, type JsonValue} from '../../json/json-value';
import {protocols} from '../../protocols/protocols';
import type {ProtocolId} from '../../protocols/wire-formats';
import {toEventLabel} from '../../verdict/event-label';
import type {DecodedEvent, Inspection} from '../../verdict/inspection';
import type {SessionFact} from '../../verdict/session-fact';
import {checkTimestamp} from '../timestamp/timestamp';
import {hashText} from './hash-text';

/** The data of a request that session rules keep: a few numbers and IDs per event, none of its contents. */
export interface SessionTrace {
  requestId: string;
  /** Milliseconds since the epoch; null: rules that depend on time skip it. */
  sentAt: number | null;
  /** What a vendor received says nothing of another: a page may send the same calls to Segment and to journy.io. */
  protocol: ProtocolId;
  /** Hash of all its events. */
  print: number;
  events: readonly EventTrace[];
}

export interface EventTrace {
  index: number;
  /** The name of the event in a sentence; null if it is not known. */
  name: string | null;
  /** Hash of its contents and receiver, without the fields that a client changes when it sends an event again. */
  print: number;
  /** It has its own time or ID, so two of them are unlikely to be alike by chance. */
  isDated: boolean;
  facts: readonly SessionFact[];
  /** Its time by the sender's clock, the latest one known; null if it is missing or clearly wrong. */
  instant: number | null;
  /** `instant` is when it was sent, not when it happened. */
  isDeparture: boolean;
}

/** Null if it cannot be compared with other requests, or was redirected and is therefore the same as the next one. */
export function toSessionTrace(inspection: Inspection): SessionTrace | null {
  const {requestId, sentAt, protocol, events, shared = [], isRedirected = false} = inspection;
  if (protocol === null || events.length === 0 || isRedirected) return null;
  const traces = events.map((event) => traceEvent(event, protocol, shared));
  const print = hashText(traces.map((trace) => trace.print).join());
  return {requestId, sentAt, protocol, print, events: traces};
}

function traceEvent(event: DecodedEvent, protocol: ProtocolId, shared: readonly SessionFact[]): EventTrace {
  const {format, trace} = protocols[protocol];
  const facts = trace(event);
  const source = shared.find(({kind}) => kind === 'source')?.text ?? '';
  const departure = toInstant(facts, 'departure') ?? toInstant(shared, 'departure');
  return {
    index: event.index,
    name: toEventLabel(event),
    print: hashText(
      protocol +
        source +
        JSON.stringify(withoutKeys(event.value, format.transportKeys)) +
        [...(event.exact ?? [])].join(),
    ),
    isDated: facts.some(({kind}) => kind === 'time' || kind === 'message'),
    facts,
    instant: departure ?? toInstant(facts, 'time'),
    isDeparture: departure !== null,
  };
}

function withoutKeys(value: JsonValue, keys: readonly string[]): JsonValue {
  if (!isJsonObject(value) || !keys.some((key) => Object.hasOwn(value, key))) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** A year that is clearly wrong does not mean that the clock is wrong, and is reported at its field. */
function toInstant(facts: readonly SessionFact[], kind: 'time' | 'departure'): number | null {
  const fact = facts.find((each) => each.kind === kind);
  if (fact === undefined) return null;
  const {instant, rule} = checkTimestamp(fact.text, null);
  return rule === 'implausible-timestamp' || rule === 'bad-timestamp' ? null : instant;
}
