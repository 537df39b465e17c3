import type {LogEntry} from '../log/log-entry';
import type {VisitCounts} from './count-visit';
import type {Tree} from './to-tree';
import type {Visit} from './to-visits';

/** One line of the list. */
export type Row =
  | {kind: 'visit'; visit: Visit; counts: VisitCounts; folded: boolean; depth: 0}
  | {kind: 'request'; entry: LogEntry; depth: number; foldable: boolean; folded: boolean}
  | {kind: 'event'; entry: LogEntry; event: number; depth: number};

/** Adjacent rows, `length` of them: a visit's heading, or a request with its shown events. */
export type Block =
  | {
      kind: 'visit';
      visit: Visit;
      counts: VisitCounts;
      folded: boolean;
      below: Tree['below'];
      length: 1;
    }
  | RequestBlock;

export interface RequestBlock {
  kind: 'request';
  entry: LogEntry;
  depth: number;
  foldable: boolean;
  folded: boolean;
  /** Indices of the events below the request's row. */
  events: 'all' | readonly number[];
  length: number;
}

/** Finds rows by position without storing a row per event: 100,000 events need as many numbers as there are requests. */
export interface RowIndex {
  readonly length: number;
  /** The visits in it. */
  readonly visits: readonly Visit[];
  at(position: number): Row | undefined;
  /** -1 if it is filtered out or collapsed. `event` null: the request's own row. */
  indexOf(id: string, event: number | null): number;
  /** The collapsed heading or batch that hides this row; -1 if none does. */
  indexOfFold(id: string, event: number | null): number;
}

export function createRowIndex(blocks: readonly Block[]): RowIndex {
  const starts = new Uint32Array(blocks.length + 1);
  const visits: Visit[] = [];
  let next = 0;
  let place = 0;
  for (const block of blocks) {
    starts[place++] = next;
    next += block.length;
    if (block.kind === 'visit') visits.push(block.visit);
  }
  starts[place] = next;
  let places: Map<string, number> | null = null;
  const placeOf = (id: string) => {
    places ??= toPlaces(blocks);
    return places.get(id) ?? -1;
  };

  return {
    length: next,
    visits,
    at(position) {
      if (position < 0 || position >= next) return undefined;
      const place = findBlock(starts, position);
      const block = blocks[place];
      return block && toRow(block, position - (starts[place] ?? 0));
    },
    indexOf(id, event) {
      const place = placeOf(id);
      const block = blocks[place];
      if (block?.kind !== 'request') return -1;
      const offset = toOffset(block, event);
      return offset < 0 ? -1 : (starts[place] ?? 0) + offset;
    },
    indexOfFold(id, event) {
      const place = placeOf(id);
      const block = blocks[place];
      const hides = block?.kind === 'visit' || (block?.folded && toOffset(block, event) < 0);
      return hides ? (starts[place] ?? -1) : -1;
    },
  };
}

/** The block that contains the position: the last one that starts at or before it. */
function findBlock(starts: Uint32Array, position: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

function toRow(block: Block, offset: number): Row | undefined {
  if (block.kind === 'visit') {
    const {visit, counts, folded} = block;
    return {kind: 'visit', visit, counts, folded, depth: 0};
  }
  const {entry, depth, foldable, folded} = block;
  if (offset === 0) return {kind: 'request', entry, depth, foldable, folded};
  const event = block.events === 'all' ? offset - 1 : block.events[offset - 1];
  return event === undefined ? undefined : {kind: 'event', entry, event, depth: depth + 1};
}

/** The block of each request: its own, or the collapsed heading above it. */
function toPlaces(blocks: readonly Block[]): Map<string, number> {
  const places = new Map<string, number>();
  blocks.forEach((block, i) => {
    if (block.kind === 'request') places.set(block.entry.id, i);
    else if (block.folded) {
      for (const {id} of block.visit.entries) {
        places.set(id, i);
        for (const {entry} of block.below.get(id) ?? []) places.set(entry.id, i);
      }
    }
  });
  return places;
}

function toOffset(block: RequestBlock, event: number | null): number {
  if (event === null || !block.foldable) return 0;
  if (block.folded) return -1;
  const place = block.events === 'all' ? event : block.events.indexOf(event);
  return place < 0 || place >= block.entry.events.length ? -1 : place + 1;
}
