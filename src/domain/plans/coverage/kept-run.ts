import type {CoverageRow} from './coverage-row';
import type {RunBounds} from './sighting';

/** What is kept of a row: its name and counts, and nothing of pages, values or events. */
export type KeptRow = Pick<CoverageRow, 'id' | 'call' | 'name' | 'grade' | 'seen' | 'faulty'>;

/** A run that the user named, to compare later ones with. */
export interface KeptRun extends RunBounds {
  id: string;
  name: string;
  /** Id of the plan that it was counted against; null: of none. */
  plan: string | null;
  /** Milliseconds since the epoch. */
  keptAt: number;
  rows: readonly KeptRow[];
}

/** An address, a number that is long or a UUID: a name of such a part may be personal. */
const personal = /@|\d{6}|[\da-f]{8}-[\da-f]{4}-/i;

/** Pages can name an event as they like; what no rule names and looks personal is not kept. */
export function isKept({rule, name}: Pick<CoverageRow, 'rule' | 'name'>): boolean {
  return rule !== null || name === null || !personal.test(name);
}

export function toKeptRows(rows: readonly CoverageRow[]): KeptRow[] {
  return rows
    .filter(isKept)
    .map(({id, call, name, grade, seen, faulty}) => ({id, call, name, grade, seen, faulty}));
}

/** As rows of a run that is not counted any more. */
export function fromKeptRows(rows: readonly KeptRow[]): CoverageRow[] {
  const unknown = {rule: null, firstSeen: null, lastSeen: null, pages: [], releases: [], reasons: []};
  return rows.map((row) => ({...row, ...unknown}));
}
