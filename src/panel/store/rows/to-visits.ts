import {countSame} from '../log/count-same';
import type {LogEntry} from '../log/log-entry';

/** The requests below one heading. A new object whenever it changes. */
export interface Visit {
  /** `page`: requests sent while the tab showed one page, between two navigations. `import`: requests from one file. */
  readonly kind: 'page' | 'import';
  /** Does not change while it grows: for a page the ID of its first request, for an import `import` and the import's ID. */
  readonly id: string;
  /** URL of the page; null: unknown, or an import. */
  readonly url: string | null;
  /** The name of an import's file; null if it is unknown. */
  readonly file: string | null;
  /** When its first request was sent, in milliseconds since the epoch. */
  readonly at: number;
  readonly entries: readonly LogEntry[];
  /** The number of events of all of them. */
  readonly events: number;
}

/** The result of grouping requests, so that the next grouping continues where they differ. */
export interface Visits {
  readonly entries: readonly LogEntry[];
  readonly navigations: readonly number[];
  /** In the order of their first requests. */
  readonly visits: readonly Visit[];
  /** The same with data for the next grouping: the positions of their entries among all. */
  readonly groups: readonly Growing[];
}

interface Growing {
  visit: {-readonly [Key in keyof Visit]: Visit[Key]} & {entries: LogEntry[]};
  places: number[];
  /** It began because of its page; the navigation to it has not been reported yet. */
  early: boolean;
}

export const noVisits: Visits = {entries: [], navigations: [], visits: [], groups: []};

/**
 * The clocks of page and network differ: a navigation up to this number of milliseconds after its first request
 * belongs to it.
 */
const SAME_LOAD = 1_000;

/**
 * Groups requests, in the order of sending, into visits; each import is a separate group, wherever its requests are
 * among the others. A request without a page (of a worker) belongs to the page that was shown when it was sent.
 * `navigations` are the times at which the tab began to show a document, so that a reload begins a visit too. The
 * common beginning with `before` is reused.
 */
export function toVisits(
  entries: readonly LogEntry[],
  navigations: readonly number[],
  before: Visits = noVisits,
): Visits {
  const same = before.navigations === navigations ? countSame(before.entries, entries) : 0;
  const groups = takeFirst(before.groups, same);
  const imports = new Map(groups.filter(isImport).map((group) => [group.visit.id, group]));
  let current = groups.findLast((group) => !isImport(group)) ?? null;
  let passed = countPassed(navigations, current?.visit.entries.at(-1), 0);
  for (let place = same; place < entries.length; place++) {
    const entry = entries[place];
    if (entry === undefined) break;
    if (entry.imported) {
      const {id, file} = entry.imported;
      const group = imports.get(id) ?? begin(entry, {kind: 'import', id, file, url: null});
      imports.set(id, group);
      add(group, entry, place);
      continue;
    }
    const earlier = passed;
    if (passed < navigations.length) passed = countPassed(navigations, entry, passed);
    const isNew = current === null || !isSamePage(current.visit.url, entry.page) || isLoad(current, earlier);
    if (isNew || current === null) {
      current = begin(entry, {kind: 'page', id: entry.id, file: null, url: entry.page});
      current.early = passed === earlier;
    }
    current.visit.url ??= entry.page;
    add(current, entry, place);
  }
  return {entries, navigations, groups, visits: groups.map(({visit}) => visit)};

  function begin({at}: LogEntry, visit: Pick<Visit, 'kind' | 'id' | 'url' | 'file'>): Growing {
    const group = {visit: {...visit, at, entries: [], events: 0}, places: [], early: false};
    groups.push(group);
    return group;
  }

  /** Whether a document was loaded between the last request and this one, except the load that began the visit. */
  function isLoad({visit, early}: Growing, earlier: number): boolean {
    if (passed === earlier) return false;
    const first = navigations[earlier] ?? 0;
    const isItsOwn = early && passed === earlier + 1 && first <= visit.at + SAME_LOAD;
    return !(isItsOwn && countPassed(navigations, visit.entries[0], 0) === earlier);
  }
}

function add({visit, places}: Growing, entry: LogEntry, place: number): void {
  visit.entries.push(entry);
  visit.events += entry.events.length;
  places.push(place);
}

function isImport({visit}: Growing): boolean {
  return visit.kind === 'import';
}

function countPassed(navigations: readonly number[], entry: LogEntry | undefined, from: number): number {
  if (entry === undefined) return from;
  let passed = from;
  while (passed < navigations.length && entry.at >= (navigations[passed] ?? 0)) passed++;
  return passed;
}

/** The groups when there was this number of requests; those that may still grow are copied. */
function takeFirst(groups: readonly Growing[], count: number): Growing[] {
  const taken: Growing[] = [];
  const newest = groups.findLast((group) => !isImport(group) && (group.places[0] ?? 0) < count);
  for (const group of groups) {
    const [first = count] = group.places;
    if (first >= count) continue;
    const isWhole = (group.places.at(-1) ?? 0) < count;
    taken.push(isWhole && group !== newest && !isImport(group) ? group : shorten(group, count));
  }
  return taken;
}

function shorten({visit, places, early}: Growing, count: number): Growing {
  const length = places.findLastIndex((place) => place < count) + 1;
  const entries = visit.entries.slice(0, length);
  const gone = visit.entries.slice(length).reduce((sum, {events}) => sum + events.length, 0);
  const url = entries.find(({page}) => page !== null)?.page ?? null;
  return {
    visit: {...visit, entries, events: visit.events - gone, ...(visit.kind === 'page' && {url})},
    places: places.slice(0, length),
    early,
  };
}

function isSamePage(shown: string | null, page: string | null): boolean {
  return shown === null || page === null || shown === page;
}
