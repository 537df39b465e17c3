import type {PlanRule} from '../tracking-plan';
import {createEventTally, type EventTally} from './event-tally';
import type {Sighting} from './sighting';

/** Users do not read more names, and a page can invent any number. */
export const MAX_NAMES = 5_000;

/** The events that belong to one row. */
export interface SeenEvents {
  /** `PlanRule.id`, or type and name of an unplanned event. */
  id: string;
  rule: PlanRule | null;
  call: string;
  name: string | null;
  events: EventTally;
}

/** Events by rule; those without a rule by type and name. */
export interface SeenByRow {
  add(sighting: Sighting): void;
  /** Removes the same object that was added. */
  remove(sighting: Sighting): void;
  get(id: string): SeenEvents | undefined;
  /** The ID of the row that an event belongs to, whether or not it was added. */
  rowOf(sighting: Sighting): string;
  all(): Iterable<SeenEvents>;
  /** IDs of the rows to which events were added, or from which they were removed, since the last call. */
  takeChanged(): string[];
  /** Events whose names have no row. */
  readonly unlisted: number;
}

/** `rules`: the rules with rows, by ID. */
export function createSeenByRow(rules: ReadonlyMap<string, PlanRule>): SeenByRow {
  const rows = new Map<string, SeenEvents>();
  const unlisted = new Set<Sighting>();
  const changed = new Set<string>();

  function toId(sighting: Sighting): string {
    const rule = sighting.rule === null ? undefined : rules.get(sighting.rule);
    if (rule) return rule.id;
    const id = toEventId(sighting);
    // An event can be named like the ID of a rule's second version.
    return rules.has(id) ? `${id} (unplanned)` : id;
  }

  /** Null if there are already too many names. */
  function rowFor(sighting: Sighting): SeenEvents | null {
    const id = toId(sighting);
    const known = rows.get(id);
    if (known) return known;
    const rule = rules.get(id) ?? null;
    if (rule === null && rows.size >= MAX_NAMES) return null;
    const {call, name} = rule ?? {call: sighting.type ?? 'unknown', name: sighting.name};
    const row = {id, rule, call, name, events: createEventTally()};
    rows.set(id, row);
    return row;
  }

  return {
    add(sighting) {
      const row = rowFor(sighting);
      if (row === null) {
        unlisted.add(sighting);
        return;
      }
      row.events.add(sighting);
      changed.add(row.id);
    },
    remove(sighting) {
      if (unlisted.delete(sighting)) return;
      const row = rows.get(toId(sighting));
      if (!row?.events.remove(sighting)) return;
      if (row.events.seen === 0) rows.delete(row.id);
      changed.add(row.id);
    },
    get: (id) => rows.get(id),
    rowOf: toId,
    all: () => rows.values(),
    takeChanged() {
      const ids = [...changed];
      changed.clear();
      return ids;
    },
    get unlisted() {
      return unlisted.size;
    },
  };
}

function toEventId({type, name}: Sighting): string {
  return `${type ?? 'unknown'}${name === null ? '' : `/${name}`}`;
}
