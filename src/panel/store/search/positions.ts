/** Events of a request by position, in ascending order. */
export type Positions = 'all' | readonly number[];

export const noPositions: readonly number[] = [];

/** The positions, of this number of events, for which `holds` returns true. */
export function toPositions(count: number, holds: (position: number) => boolean): Positions {
  const positions: number[] = [];
  for (let position = 0; position < count; position++) if (holds(position)) positions.push(position);
  return positions.length === count ? 'all' : positions;
}

/** The positions that are in both. */
export function intersect(left: Positions, right: Positions): Positions {
  if (left === 'all') return right;
  return right === 'all' ? left : walk(left, right, true);
}

/** The positions, of this number of events, that are in one of them. */
export function unite(left: Positions, right: Positions, count: number): Positions {
  if (left === 'all' || right.length === 0) return left;
  if (right === 'all' || left.length === 0) return right;
  const both = new Set([...left, ...right]);
  return toPositions(count, (position) => both.has(position));
}

/** The positions, of this number of events, that are only in the first. */
export function subtract(from: Positions, taken: Positions, count: number): Positions {
  if (taken === 'all') return noPositions;
  if (taken.length === 0) return from;
  if (from !== 'all') return walk(from, taken, false);
  let next = 0;
  return toPositions(count, (position) => {
    if (taken[next] !== position) return true;
    next++;
    return false;
  });
}

/** The positions on the left that are also on the right, or those that are not. */
function walk(left: readonly number[], right: readonly number[], both: boolean): readonly number[] {
  const kept: number[] = [];
  let next = 0;
  for (const position of left) {
    while (next < right.length && (right[next] ?? 0) < position) next++;
    if ((right[next] === position) === both) kept.push(position);
  }
  return kept;
}
