import type {Sighting, SightingRef} from './sighting';

/** The events of one row, and their summary. */
export interface EventTally {
  readonly seen: number;
  readonly faulty: number;
  add(sighting: Sighting): void;
  /** The same object that was added; false: it was not. */
  remove(sighting: Sighting): boolean;
  summary(): TallySummary;
  /** Up to `limit` of its events: faulty ones before the others, in both groups the newest first. */
  events(limit: number): SightingRef[];
  sightings(): Iterable<Sighting>;
}

export interface TallySummary {
  /** Milliseconds since the epoch; null if none of the events has a time. */
  firstSeen: number | null;
  lastSeen: number | null;
  /** The first distinct ones. */
  pages: readonly string[];
  releases: readonly string[];
}

const MAX_PLACES = 20;

/** Adding and removing cost the same however many events there are; after a removal the summary is computed once again. */
export function createEventTally(): EventTally {
  const right = new Set<Sighting>();
  const wrong = new Set<Sighting>();
  let summary = createSummary();
  let isStale = false;

  function* sightings(): Iterable<Sighting> {
    yield* right;
    yield* wrong;
  }

  return {
    get seen() {
      return right.size + wrong.size;
    },
    get faulty() {
      return wrong.size;
    },
    add(sighting) {
      (sighting.isFaulty ? wrong : right).add(sighting);
      if (!isStale) take(summary, sighting);
    },
    remove(sighting) {
      const isKnown = right.delete(sighting) || wrong.delete(sighting);
      if (isKnown) isStale = true;
      return isKnown;
    },
    summary() {
      if (isStale) {
        summary = createSummary();
        for (const sighting of sightings()) take(summary, sighting);
        isStale = false;
      }
      const {firstSeen, lastSeen, pages, releases} = summary;
      return {firstSeen, lastSeen, pages: [...pages], releases: [...releases]};
    },
    events(limit) {
      const newest = (refs: ReadonlySet<Sighting>) => [...refs].reverse();
      return [...newest(wrong), ...newest(right)]
        .slice(0, limit)
        .map(({request, event}) => ({request, event}));
    },
    sightings,
  };
}

interface Summary {
  firstSeen: number | null;
  lastSeen: number | null;
  pages: Set<string>;
  releases: Set<string>;
}

function createSummary(): Summary {
  return {firstSeen: null, lastSeen: null, pages: new Set(), releases: new Set()};
}

function take(summary: Summary, {at, page, release}: Sighting): void {
  if (at !== null) {
    summary.firstSeen = Math.min(summary.firstSeen ?? at, at);
    summary.lastSeen = Math.max(summary.lastSeen ?? at, at);
  }
  if (page !== null && summary.pages.size < MAX_PLACES) summary.pages.add(page);
  if (release !== null && summary.releases.size < MAX_PLACES) summary.releases.add(release);
}
