import type {CoverageRow} from './coverage-row';
import type {RunBounds} from './sighting';

/** The stored part of a row: its name and counts, but no pages, values or events. */
export type KeptRow = Pick<CoverageRow, 'id' | 'call' | 'name' | 'grade' | 'seen' | 'faulty'>;

/** A named run, which later ones can be compared with. */
export interface KeptRun extends RunBounds {
  id: string;
  name: string;
  /** ID of the plan that it was counted against; null: no plan. */
  plan: string | null;
  /** Milliseconds since the epoch. */
  keptAt: number;
  rows: readonly KeptRow[];
}

/** An address, a long number or a UUID: a name that contains one may be personal. */
const personal = /@|\d{6}|[\da-f]{8}-[\da-f]{4}-/i;

/** Pages can choose any event name; names that are not in a plan and look personal are not stored. */
export function isKept({rule, name}: Pick<CoverageRow, 'rule' | 'name'>): boolean {
  return rule !== null || name === null || !personal.test(name);
}

export function toKeptRows(rows: readonly CoverageRow[]): KeptRow[] {
  return rows
    .filter(isKept)
    .map(({id, call, name, grade, seen, faulty}) => ({id, call, name, grade, seen, faulty}));
}

/** As rows of a run that is no longer counted. */
export function fromKeptRows(rows: readonly KeptRow[]): CoverageRow[] {
  const unknown = {rule: null, firstSeen: null, lastSeen: null, pages: [], releases: [], reasons: []};
  return rows.map((row) => ({...row, ...unknown}));
}
