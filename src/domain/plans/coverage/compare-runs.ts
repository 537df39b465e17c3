import type {CoverageRow, Grade} from './coverage-row';

/** A row whose grade differs between two runs; null if the run does not have the row. */
export interface RunDifference {
  id: string;
  name: string | null;
  before: Grade | null;
  after: Grade | null;
}

/** The changes from one run to the next, in the order of the later one. */
export function compareRuns(before: readonly CoverageRow[], after: readonly CoverageRow[]): RunDifference[] {
  const earlier = new Map(before.map((row) => [row.id, row]));
  const later = new Set(after.map(({id}) => id));
  const gone = before.filter(({id}) => !later.has(id));
  return [
    ...after.map(({id, name, grade}) => ({id, name, before: earlier.get(id)?.grade ?? null, after: grade})),
    ...gone.map(({id, name, grade}) => ({id, name, before: grade, after: null})),
  ].filter((difference) => difference.before !== difference.after);
}
