import type {Plan, PlanRule} from '../tracking-plan';
import {type CoverageRow, toRow, toUnseenRow} from './coverage-row';
import {createElsewhere} from './elsewhere';
import {createUnseenExplainer, type SeenRow} from './explain-unseen';
import {createPropertyTally, type PropertyCoverage} from './property-coverage';
import {readRuleProperties} from './rule-properties';
import {createSeenByRow, type SeenByRow, type SeenEvents} from './seen-events';
import {isOfRun, type RunBounds, type Sighting, type SightingRef} from './sighting';

/** Counts events in any order: adding or removing one costs the same however many there are. */
export interface Coverage {
  add(sighting: Sighting): void;
  /** Removes the same object that was added. */
  remove(sighting: Sighting): void;
  /** Planned rules in the plan's order, then unplanned events. */
  rows(): CoverageRow[];
  /** The rows that changed since the last call, and the IDs of rows that were removed. */
  takeChanges(): {rows: CoverageRow[]; gone: string[]};
  /** The properties that were seen in a row's events. */
  properties(row: string): PropertyCoverage[];
  sightings(row: string): Iterable<Sighting>;
  /** The ID of the row that an event belongs to; it may not be listed, if there are too many. */
  rowOf(sighting: Sighting): string;
  /** Up to `limit` events of a row, faulty ones before the others, the newest first. */
  events(row: string, limit: number): SightingRef[];
  /** Events whose names have no row. */
  readonly unlisted: number;
}

/** Counts the events of a run. Without a plan, each event type and name has a row. */
export function createCoverage(plan: Plan | null, run: RunBounds = {start: null, end: null}): Coverage {
  const rules = new Map(plan?.rules.filter(({call}) => call !== 'common').map((rule) => [rule.id, rule]));
  const seen = createSeenByRow(rules);
  const elsewhere = createElsewhere(plan);
  const explainerOf = createUnseenExplainer();
  const hasPlan = plan !== null;
  /** The reasons that were returned last for each unseen rule, as text. */
  const given = new Map<string, string>();

  function unseenRows(): CoverageRow[] {
    const explain = explainerOf(Array.from(seen.all(), toSeenRow));
    return [...rules.values()]
      .filter(({id}) => !seen.get(id))
      .map((rule) => toUnseenRow(rule, explain(rule, elsewhere.hostsOf(rule))));
  }

  function hasNewReasons({id, reasons}: CoverageRow): boolean {
    const text = JSON.stringify(reasons);
    const isNew = given.get(id) !== text;
    given.set(id, text);
    return isNew;
  }

  return {
    add(sighting) {
      if (!isOfRun(sighting, run)) return;
      if (sighting.isElsewhere) elsewhere.count(sighting, 1);
      else seen.add(sighting);
    },
    remove(sighting) {
      if (!isOfRun(sighting, run)) return;
      if (sighting.isElsewhere) elsewhere.count(sighting, -1);
      else seen.remove(sighting);
    },
    rows: () => inOrder([...unseenRows(), ...Array.from(seen.all(), (row) => toRow(row, hasPlan))], rules),
    takeChanges() {
      const unseen = unseenRows().filter(hasNewReasons);
      const rows: CoverageRow[] = [];
      const gone: string[] = [];
      for (const id of seen.takeChanged()) {
        const row = seen.get(id);
        if (row) rows.push(toRow(row, hasPlan));
        else if (!rules.has(id)) gone.push(id);
        if (row) given.delete(id);
      }
      return {rows: [...unseen, ...rows], gone};
    },
    properties(id) {
      const tally = createPropertyTally();
      for (const {properties} of sightingsOf(seen, id)) tally.add(properties);
      return tally.list(readRuleProperties(rules.get(id) ?? null));
    },
    sightings: (id) => sightingsOf(seen, id),
    rowOf: seen.rowOf,
    events: (id, limit) => seen.get(id)?.events.events(limit) ?? [],
    get unlisted() {
      return seen.unlisted;
    },
  };
}

/** Planned rows in the plan's order, then the others. */
function inOrder(all: readonly CoverageRow[], rules: ReadonlyMap<string, PlanRule>): CoverageRow[] {
  const rows = new Map(all.map((row) => [row.id, row]));
  const planned = [...rules.keys()].flatMap((id) => rows.get(id) ?? []);
  return [...planned, ...[...rows.values()].filter(({rule}) => rule === null)];
}

function sightingsOf(seen: SeenByRow, id: string): Iterable<Sighting> {
  return seen.get(id)?.events.sightings() ?? [];
}

function toSeenRow({rule, call, name, events}: SeenEvents): SeenRow {
  return {isPlanned: rule !== null, call, name, seen: events.seen};
}
