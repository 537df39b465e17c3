import {indexRules} from '../rule-index';
import type {Plan, PlanRule} from '../tracking-plan';
import {type CoverageRow, toRow, toUnseenRow} from './coverage-row';
import {createEventTally, type EventTally} from './event-tally';
import {createUnseenExplainer} from './explain-unseen';
import {createPropertyTally, type PropertyCoverage} from './property-coverage';
import {readRuleProperties} from './rule-properties';
import {isOfRun, type RunBounds, type Sighting, type SightingRef} from './sighting';

/** A fold over events, in any order: adding or removing one costs the same however many there are. */
export interface Coverage {
  add(sighting: Sighting): void;
  /** Takes out the very object that was added. */
  remove(sighting: Sighting): void;
  /** Planned rules in the plan's order, and what is unplanned behind them. */
  rows(): CoverageRow[];
  /** The rows that differ from those it gave last, and the ids of those that are no more. */
  takeChanges(): {rows: CoverageRow[]; gone: string[]};
  /** What was seen of the properties of a row. */
  properties(row: string): PropertyCoverage[];
  sightings(row: string): Iterable<Sighting>;
  /** At most so many events of a row, faulty ones before the others, the newest first. */
  events(row: string, limit: number): SightingRef[];
  /** Events of names beyond those that have rows. */
  readonly unlisted: number;
}

/** More names than these nobody reads, and a page could make them up without end. */
export const MAX_NAMES = 5_000;

interface Named {
  rule: PlanRule | null;
  call: string;
  name: string | null;
  events: EventTally;
}

/** Counts the events of a run. Without a plan each event by type and name has a row. */
export function createCoverage(plan: Plan | null, run: RunBounds = {start: null, end: null}): Coverage {
  const rules = new Map(plan?.rules.filter(({call}) => call !== 'common').map((rule) => [rule.id, rule]));
  const named = new Map<string, Named>();
  const elsewhere = new Map<string, Map<string, number>>();
  const index = plan && indexRules(plan);
  const explainerOf = createUnseenExplainer();
  const changed = new Set<string>();
  /** What was told of each unseen rule. */
  const told = new Map<string, string>();
  const unlisted = new Set<Sighting>();

  function toId(sighting: Sighting): string {
    const rule = sighting.rule === null ? undefined : rules.get(sighting.rule);
    return rule?.id ?? toEventId(sighting);
  }

  function add(sighting: Sighting): void {
    if (!isOfRun(sighting, run)) return;
    if (sighting.isElsewhere) {
      countElsewhere(sighting, 1);
      return;
    }
    const id = toId(sighting);
    let row = named.get(id);
    if (!row) {
      const rule = rules.get(id) ?? null;
      if (rule === null && named.size >= MAX_NAMES) {
        unlisted.add(sighting);
        return;
      }
      const {call, name} = rule ?? {call: sighting.type ?? 'unknown', name: sighting.name};
      row = {rule, call, name, events: createEventTally()};
      named.set(id, row);
    }
    row.events.add(sighting);
    changed.add(id);
  }

  function remove(sighting: Sighting): void {
    if (!isOfRun(sighting, run) || unlisted.delete(sighting)) return;
    if (sighting.isElsewhere) {
      countElsewhere(sighting, -1);
      return;
    }
    const id = toId(sighting);
    const row = named.get(id);
    if (!row?.events.remove(sighting)) return;
    if (row.events.seen === 0) named.delete(id);
    changed.add(id);
  }

  function countElsewhere({type, name, host}: Sighting, step: 1 | -1): void {
    const rule = index?.find(type, name)[0];
    if (!rule) return;
    const hosts = elsewhere.get(rule.id) ?? new Map<string, number>();
    elsewhere.set(rule.id, hosts);
    const count = (hosts.get(host) ?? 0) + step;
    if (count > 0) hosts.set(host, count);
    else hosts.delete(host);
  }

  function toSeen([id, {rule, call, name, events}]: [string, Named]): CoverageRow {
    return toRow({id, rule, call, name, hasPlan: plan !== null}, events);
  }

  function unseenRows(): CoverageRow[] {
    const explain = explainerOf(
      [...named.values()].map(({rule, call, name, events}) => ({
        isPlanned: rule !== null,
        call,
        name,
        seen: events.seen,
      })),
    );
    return [...rules.values()]
      .filter(({id}) => !named.has(id))
      .map((rule) => toUnseenRow(rule, explain(rule, elsewhere.get(rule.id)?.keys() ?? [])));
  }

  return {
    add,
    remove,
    rows() {
      const rows = new Map([...unseenRows(), ...[...named].map(toSeen)].map((row) => [row.id, row]));
      const planned = [...rules.keys()].flatMap((id) => rows.get(id) ?? []);
      return [...planned, ...[...rows.values()].filter(({rule}) => rule === null)];
    },
    takeChanges() {
      const unseen = unseenRows().filter((row) => {
        const text = JSON.stringify(row.reasons);
        const isNews = told.get(row.id) !== text;
        told.set(row.id, text);
        return isNews;
      });
      const seen: CoverageRow[] = [];
      const gone: string[] = [];
      for (const id of changed) {
        const row = named.get(id);
        if (row) seen.push(toSeen([id, row]));
        else if (!rules.has(id)) gone.push(id);
        if (row) told.delete(id);
      }
      changed.clear();
      return {rows: [...unseen, ...seen], gone};
    },
    properties(id) {
      const tally = createPropertyTally();
      for (const {properties} of named.get(id)?.events.sightings() ?? []) tally.add(properties);
      return tally.list(readRuleProperties(rules.get(id) ?? null));
    },
    sightings: (id) => named.get(id)?.events.sightings() ?? [],
    events: (id, limit) => named.get(id)?.events.events(limit) ?? [],
    get unlisted() {
      return unlisted.size;
    },
  };
}

function toEventId({type, name}: Sighting): string {
  return `${type ?? 'unknown'}${name === null ? '' : `/${name}`}`;
}
