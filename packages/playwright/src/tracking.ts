import {
  type CapturedRequest,
  type Config,
  createJudge,
  createPlanCoverage,
  createSessionBuilder,
  findMismatches,
  type GoldenSession,
  type Inspection,
  inspectRequest,
  isNamed,
  type JsonValue,
  matchEndpoint,
  type PlanChecker,
  type PlanReport,
  requestFromParts,
  resolvePointer,
  type TrackedEvent,
  type Verdict,
  wireFormats,
  withoutCredentials,
} from '@track-inspector/core';
import type {Hub} from './hub';
import type {Observation} from './observation';

/** What a test may look at and wait for. */
export interface Tracking {
  /** All events so far, in the order of sending; those after a `mark`. */
  events(since?: number): TrackedEvent[];
  /** The requests so far, without credentials. */
  requests(): CapturedRequest[];
  /** For `since`: leaves out what came before. */
  mark(): number;
  /** Waits for an event by its name (its type, where it has no name), with at least these properties. */
  waitForEvent(
    name: string,
    properties?: Record<string, unknown>,
    options?: {since?: number; timeout?: number},
  ): Promise<TrackedEvent>;
  /** Waits until nothing is on its way, and nothing new came for as long as a client may hold events back. */
  settle(options?: {quiet?: number}): Promise<void>;
  /** Requests whose body could not be captured: their events are missing from the events. */
  incomplete(): CapturedRequest[];
  /** The verdict of `track-inspector check`. */
  verdict(): Verdict;
  /** How much of a tracking plan was seen. */
  coverage(checker: PlanChecker): PlanReport;
  session(): GoldenSession;
}

export interface TrackingOptions {
  config: Config;
  checkers: readonly PlanChecker[];
  version: string;
  /** Milliseconds; null: as the protocols' own clients hold events back. */
  quiet: number | null;
  /** Milliseconds that anything is waited for at most. */
  timeout: number;
}

export function createTracking(
  watch: Pick<Hub, 'observations' | 'open' | 'changed'>,
  options: TrackingOptions,
): Tracking {
  const {settings, mask} = options.config;

  function requests(): CapturedRequest[] {
    return watch.observations().map((observation, index) => toRequest(observation, `request-${index + 1}`));
  }

  const inspect = (request: CapturedRequest): Inspection => inspectRequest(request, {settings});

  /** All that was sent. What turns out to be redirected keeps its place, so that a mark stays where it was set. */
  function sent(): SentEvent[] {
    return requests().flatMap((request) => toSent(request, inspect(request)));
  }

  function events(since = 0): TrackedEvent[] {
    return sent()
      .slice(since)
      .flatMap(({tracked, isRedirected}) => (isRedirected ? [] : tracked));
  }

  /** As long as a client of the protocols that were seen may hold events back. */
  function toQuiet(): number {
    if (options.quiet !== null) return options.quiet;
    const seen = watch.observations().map(({url, method}) => matchEndpoint({url, method}, settings));
    const formats = seen.flatMap((id) => (id === null ? [] : [wireFormats[id]]));
    const all = formats.length === 0 ? Object.values(wireFormats) : formats;
    const seconds = all.map(({flush}) => flush.seconds);
    return 1000 * (formats.length === 0 ? Math.min(...seconds) : Math.max(...seconds)) + 200;
  }

  async function settle({quiet}: {quiet?: number} = {}): Promise<void> {
    const end = Date.now() + options.timeout;
    let quietSince = Date.now();
    let count = watch.observations().length;
    for (;;) {
      const now = Date.now();
      if (now >= end || (watch.open === 0 && now - quietSince >= (quiet ?? toQuiet()))) return;
      const rest =
        watch.open > 0 ? end - now : Math.min(end - now, (quiet ?? toQuiet()) - (now - quietSince));
      await watch.changed(Math.max(1, rest));
      const grown = watch.observations().length;
      if (grown !== count || watch.open > 0) quietSince = Date.now();
      count = grown;
    }
  }

  async function waitForEvent(
    name: string,
    properties: Record<string, unknown> = {},
    {since = 0, timeout = options.timeout}: {since?: number; timeout?: number} = {},
  ): Promise<TrackedEvent> {
    const end = Date.now() + timeout;
    const expected = toJson(properties);
    for (;;) {
      const found = events(since).find(
        (each) => isNamed(each, name) && findMismatches(expected, each.properties).length === 0,
      );
      if (found !== undefined) return found;
      const rest = end - Date.now();
      if (rest <= 0)
        throw new Error(`The event ${JSON.stringify(name)} was not tracked within ${timeout} ms.`);
      await watch.changed(rest);
    }
  }

  return {
    events,
    requests,
    mark: () => sent().length,
    waitForEvent,
    settle,
    incomplete: () => requests().filter(({body}) => body.kind === 'missing' || body.kind === 'cut'),
    verdict() {
      const judge = createJudge({settings, checkers: options.checkers, version: options.version});
      for (const request of requests()) judge.add({request, file: 'test'});
      return judge.verdict();
    },
    coverage(checker) {
      const coverage = createPlanCoverage(checker, settings);
      for (const request of requests()) coverage.add(request, inspect(request));
      return coverage.report();
    },
    session() {
      const builder = createSessionBuilder(mask);
      for (const request of requests()) builder.add({request, inspection: inspect(request)});
      return builder.session();
    },
  };
}

/** What is written in a test, as it would stand in JSON. */
export function toJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}

function toRequest({body, response, ...parts}: Observation, id: string): CapturedRequest {
  const made = requestFromParts({
    ...parts,
    id,
    body: body?.length === 0 ? null : body,
    ...(response && {response: {...response, body: response.body ?? undefined}}),
  });
  const request = withoutCredentials(made);
  return body === null ? {...request, body: {kind: 'missing', reason: 'unknown'}} : request;
}

interface SentEvent {
  tracked: TrackedEvent;
  /** The browser sent it again, to where the server redirected it: it counts there. */
  isRedirected: boolean;
}

function toSent({url}: CapturedRequest, inspection: Inspection): SentEvent[] {
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
