import {
  type CapturedRequest,
  type Config,
  createJudge,
  createPlanCoverage,
  createSessionBuilder,
  findMismatches,
  type GoldenSession,
  isNamed,
  type JsonValue,
  matchEndpoint,
  type PlanChecker,
  type PlanGuard,
  type PlanReport,
  resolvePointer,
  type Settings,
  type TrackedEvent,
  type Verdict,
  wireFormats,
} from '@track-inspector/core';
import type {OpenedPlans} from '../../node/src/open-plans';
import type {Hub} from './hub';
import type {Observation} from './observation';
import {createObservationReader, type ReadObservation} from './read-observations';
import {waitFor, waitUntilQuiet} from './wait';

/** The API for a test. */
export interface Tracking {
  /** All events so far, in the order of sending; or those after a `mark`. */
  events(since?: number): TrackedEvent[];
  /** The requests so far, without credentials. */
  requests(): CapturedRequest[];
  /** For `since`: skips everything before. */
  mark(): number;
  /** Waits for an event by its name (its type, if it has no name), with at least these properties. */
  waitForEvent(
    name: string,
    properties?: Record<string, unknown>,
    options?: {since?: number; timeout?: number},
  ): Promise<TrackedEvent>;
  /** Waits until no request is pending, and none is sent for as long as a client may queue events. */
  settle(options?: {quiet?: number}): Promise<void>;
  /** Requests whose body could not be captured, so their events are missing. */
  incomplete(): CapturedRequest[];
  /** The verdict of `track-inspector check`. */
  verdict(): Verdict;
  /** The coverage of a tracking plan. */
  coverage(checker: PlanChecker, guard?: PlanGuard): PlanReport;
  session(): GoldenSession;
}

export interface TrackingOptions {
  config: Config;
  plans: OpenedPlans;
  version: string;
  /** In milliseconds; null: the delay of the protocols' own clients. */
  quiet: number | null;
  /** Maximum time to wait, in milliseconds. */
  timeout: number;
}

export function createTracking(
  watch: Pick<Hub, 'observations' | 'open' | 'changed'>,
  {config: {settings, mask}, plans, version, quiet, timeout}: TrackingOptions,
): Tracking {
  const read = createObservationReader(settings);
  const seen = () => read(watch.observations());
  const requests = () => seen().map(({request}) => request);
  /** Everything that was sent. A request that turns out to be redirected stays in the list, so that marks remain correct. */
  const sent = () => seen().flatMap(toSent);
  const events = (since = 0) =>
    sent()
      .slice(since)
      .flatMap(({tracked, isRedirected}) => (isRedirected ? [] : tracked));

  return {
    events,
    requests,
    mark: () => sent().length,
    async waitForEvent(name, properties = {}, {since, timeout: longest = timeout} = {}) {
      const expected = toJson(properties);
      const isExpected = (event: TrackedEvent) =>
        isNamed(event, name) && findMismatches(expected, event.properties).length === 0;
      const found = await waitFor(watch, longest, () => events(since).find(isExpected));
      if (found !== undefined) return found;
      throw new Error(`The event ${JSON.stringify(name)} was not tracked within ${longest} ms.`);
    },
    settle: ({quiet: shortest} = {}) =>
      waitUntilQuiet(watch, timeout, () => shortest ?? quiet ?? toHoldTime(watch.observations(), settings)),
    incomplete: () => requests().filter(({body}) => body.kind === 'missing' || body.kind === 'cut'),
    verdict() {
      const judge = createJudge({...plans, settings, version});
      for (const request of requests()) judge.add({request, file: 'test'});
      return judge.verdict();
    },
    coverage(checker, guard) {
      const coverage = createPlanCoverage(checker, settings, guard);
      for (const {request, inspection} of seen()) coverage.add(request, inspection);
      return coverage.report();
    },
    session() {
      const builder = createSessionBuilder(mask);
      for (const each of seen()) builder.add(each);
      return builder.session();
    },
  };
}

/** How long a client of the captured protocols may queue events, in milliseconds. */
function toHoldTime(observations: readonly Observation[], settings: Settings): number {
  const seen = observations.map(({url, method}) => matchEndpoint({url, method}, settings));
  const formats = seen.flatMap((id) => (id === null ? [] : [wireFormats[id]]));
  const all = formats.length === 0 ? Object.values(wireFormats) : formats;
  const seconds = all.map(({flush}) => flush.seconds);
  return 1000 * (formats.length === 0 ? Math.min(...seconds) : Math.max(...seconds)) + 200;
}

/** Converts a value in a test to what it is in JSON. */
export function toJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}

interface SentEvent {
  tracked: TrackedEvent;
  /** The server redirected the request, so the browser sent it again; only the second one counts. */
  isRedirected: boolean;
}

function toSent({request: {url}, inspection}: ReadObservation): SentEvent[] {
  const {protocol, events, isRedirected = false} = inspection;
  if (protocol === null) return [];
  const format = wireFormats[protocol];
  return events.map((event) => ({
    tracked: {event, properties: readProperties(event.value, format, url)},
    isRedirected,
  }));
}

function readProperties(
  value: JsonValue,
  format: (typeof wireFormats)[keyof typeof wireFormats],
  url: string,
): JsonValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return resolvePointer(value, format.propertiesOf(value, url)) ?? {};
}
