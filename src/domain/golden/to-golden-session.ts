import type {CapturedRequest} from '../capture/captured-request';
import {wireFormats} from '../protocols/wire-formats';
import {maskText} from '../secrets/mask-text';
import type {Inspection} from '../verdict/inspection';
import type {GoldenEvent, GoldenSession} from './golden-session';
import {createIdentities, type Identities, maskEvent} from './mask-event';
import {type MaskTree, readMasks} from './mask-pointer';

/** A checked request of a session. */
export interface SessionRequest {
  request: Pick<CapturedRequest, 'startedAt'>;
  inspection: Inspection;
}

/** Collects the parts of a session's requests that a golden session contains. */
export interface SessionBuilder {
  add(request: SessionRequest): void;
  /** Requests whose body could not be read, so their events are not in the session. */
  readonly unread: number;
  session(): GoldenSession;
  /** Where each event of the session comes from: its request, by the order of adding, and its index there. */
  places(): readonly EventPlace[];
}

export interface EventPlace {
  request: number;
  event: number;
}

/** @param own values that are not compared, in the format of `mask-pointer.ts` */
export function createSessionBuilder(own: readonly string[]): SessionBuilder {
  const requests: {start: number | null; request: number; events: GoldenEvent[]}[] = [];
  let added = 0;
  const identities = createIdentities();
  const tree = readMasks(own);
  let unread = 0;
  return {
    add({request, inspection}) {
      const index = added++;
      if (inspection.protocol === null || inspection.isRedirected) return;
      if (!inspection.decoded) unread++;
      const events = toEvents(inspection, tree, identities);
      requests.push({start: request.startedAt, request: index, events});
    },
    get unread() {
      return unread;
    },
    session: () => ({
      events: inOrder(requests).flatMap(({events}) => events),
      ...(own.length > 0 && {mask: own}),
    }),
    places: () =>
      inOrder(requests).flatMap(({request, events}) => events.map((_, event) => ({request, event}))),
  };
}

/** Sorted by the time of sending if it is known, else in the order of recording. */
function inOrder<Item extends {start: number | null}>(items: readonly Item[]): Item[] {
  const isTimed = items.every(({start}) => start !== null);
  return isTimed ? [...items].sort((a, b) => (a.start ?? 0) - (b.start ?? 0)) : [...items];
}

function toEvents({events, protocol}: Inspection, own: MaskTree, identities: Identities): GoldenEvent[] {
  if (protocol === null) return [];
  const format = wireFormats[protocol];
  return events.map((event) => {
    const {event: value, exact} = maskEvent(event, {format, own, identities});
    const {type, name} = event;
    const safe = name === null ? null : maskText(name);
    return {protocol, call: type, name: safe, event: value, ...(exact.size > 0 && {exact})};
  });
}
