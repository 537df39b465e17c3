import {isCalled} from '../../verdict/nameless-calls';
import {isOfRun, type RunBounds, type Sighting, toMoment} from '../coverage/sighting';
import {matchesPage} from './matches-page';

/** An event at its place in the order of a run. */
export interface OrderedEvent {
  readonly sighting: Sighting;
  /** See `toMoment`; that of the event before it if it has none. The same for `at`, when it was sent. */
  readonly moment: number;
  readonly at: number;
  /** Its group, and its index there. */
  readonly group: string;
  readonly index: number;
}

/** Events that an expectation is about. */
export interface Wanted {
  /** See `isCalled`. */
  name: string;
  /** Null: on all pages. */
  pages: string | null;
  /** Undefined: all. `key` is the same for the same test. */
  only?: {key: string; test(sighting: Sighting): boolean};
}

/** The events of a run, by what expectations are about, in the order in which they happened. */
export interface RunEvents {
  /**
   * The events of a group, which is a request, in place of its former ones. They are put in order when they are next
   * read, at the cost of reading the lists that they belong to once, and not of sorting them.
   */
  put(group: string, sightings: readonly Sighting[]): void;
  /** How many events of the run are on these pages, whatever their name. */
  counting(pages: string | null): () => number;
  /** The events of the run, in order. Must be called before the first `put`. */
  listing(wanted: Wanted): () => readonly OrderedEvent[];
  /** Negative: `one` is before `other`. Only for events that are in lists now. */
  compare(one: OrderedEvent, other: OrderedEvent): number;
}

interface List {
  wanted: Wanted;
  events: OrderedEvent[];
}

/** `groups`: all groups in the order of sending. */
export function createRunEvents(bounds: RunBounds, groups: () => Iterable<string>): RunEvents {
  const byGroup = new Map<string, readonly Sighting[]>();
  /** Groups with an event without a time, which stays behind the event before it. */
  const untimed = new Set<string>();
  /** Groups whose events are not in the lists yet, or no longer. */
  const changed = new Set<string>();
  const counts = new Map<string | null, number>();
  const lists = new Map<string, List>();
  const byName = new Map<string, List[]>();
  let ranks: ReadonlyMap<string, number> | null = null;

  function count(sightings: readonly Sighting[], by: 1 | -1): void {
    for (const [pages, sum] of counts) {
      counts.set(pages, sum + by * sightings.filter((sighting) => isOn(sighting, pages)).length);
    }
  }

  /** The order of sending only decides between events of the same moment, so it is rarely needed. */
  function toRank(group: string): number {
    ranks ??= new Map(Array.from(groups(), (each, index) => [each, index]));
    return ranks.get(group) ?? 0;
  }

  function compare(one: OrderedEvent, other: OrderedEvent): number {
    return (
      compareNumbers(one.moment, other.moment) ||
      compareNumbers(one.at, other.at) ||
      (one.group === other.group ? one.index - other.index : toRank(one.group) - toRank(other.group))
    );
  }

  /**
   * By when they happened; at the same moment, which may be a whole second of the page's clock, by when they were sent.
   * An event without a time stays behind the one before it.
   */
  function* orderChanged(): Iterable<OrderedEvent> {
    let last = {moment: Number.NEGATIVE_INFINITY, at: Number.NEGATIVE_INFINITY};
    for (const group of untimed.size > 0 ? groups() : changed) {
      const sightings = byGroup.get(group) ?? [];
      // Of the other groups, only the last event is needed.
      const isChanged = changed.has(group);
      for (let index = isChanged ? 0 : Math.max(0, sightings.length - 1); index < sightings.length; index++) {
        const sighting = sightings[index] as Sighting;
        last = {moment: toMoment(sighting) ?? last.moment, at: sighting.at ?? last.at};
        if (isChanged) yield {sighting, ...last, group, index};
      }
    }
  }

  function update(): void {
    ranks = null;
    for (const group of untimed) changed.add(group);
    if (changed.size === 0) return;
    const news = new Map<List, OrderedEvent[]>();
    for (const event of orderChanged()) {
      for (const list of byName.get(event.sighting.name ?? event.sighting.type ?? '') ?? []) {
        if (!isWanted(event.sighting, list.wanted)) continue;
        const own = news.get(list);
        if (own) own.push(event);
        else news.set(list, [event]);
      }
    }
    for (const list of lists.values()) {
      list.events = list.events.filter(({group}) => !changed.has(group));
      insert(list.events, news.get(list)?.sort(compare) ?? [], compare);
    }
    changed.clear();
  }

  return {
    compare,
    put(group, all) {
      const sightings = all.filter((sighting) => !sighting.isElsewhere && isOfRun(sighting, bounds));
      count(byGroup.get(group) ?? [], -1);
      count(sightings, 1);
      if (sightings.length > 0) byGroup.set(group, sightings);
      else byGroup.delete(group);
      if (sightings.some(({at}) => at === null)) untimed.add(group);
      else untimed.delete(group);
      changed.add(group);
    },
    counting(pages) {
      counts.set(pages, 0);
      return () => counts.get(pages) ?? 0;
    },
    listing(wanted) {
      const {name, pages, only} = wanted;
      const key = JSON.stringify([name, pages, only?.key]);
      const list = lists.get(key) ?? {wanted, events: []};
      if (!lists.has(key)) byName.set(name, [...(byName.get(name) ?? []), list]);
      lists.set(key, list);
      return () => {
        update();
        return list.events;
      };
    },
  };
}

function isWanted(sighting: Sighting, {name, pages, only}: Wanted): boolean {
  return isCalled(sighting, name) && isOn(sighting, pages) && only?.test(sighting) !== false;
}

function isOn({page}: Sighting, pages: string | null): boolean {
  return pages === null || (page !== null && matchesPage(pages, page));
}

/** A difference of two infinite numbers would not be a number. */
function compareNumbers(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Adds sorted events to a sorted list. They are usually the last ones, so only events behind the first are moved. */
function insert<T>(list: T[], events: readonly T[], compare: (one: T, other: T) => number): void {
  const [begin] = events;
  if (begin === undefined) return;
  const at = list.findLastIndex((event) => compare(event, begin) < 0) + 1;
  let behind = 0;
  const tail = list.splice(at);
  for (const event of events) {
    for (let next = tail[behind]; next !== undefined && compare(next, event) < 0; next = tail[++behind])
      list.push(next);
    list.push(event);
  }
  for (const event of tail.slice(behind)) list.push(event);
}
