import type {EntryMatch} from '../filter/entry-match';
import type {LogEntry} from '../log/log-entry';
import {countVisit} from './count-visit';
import {createBlockReuse} from './reuse-blocks';
import {type Block, createRowIndex, type RequestBlock, type RowIndex} from './row-index';
import {type Sort, sortEntries} from './sort-entries';
import {noTree, type Tree, toTree} from './to-tree';
import {noVisits, toVisits, type Visit} from './to-visits';

export interface RowInputs {
  entries: readonly LogEntry[];
  navigations: readonly number[];
  /** null: filtered out. */
  match(entry: LogEntry): EntryMatch | null;
  filtering: boolean;
  /** What the user collapsed (true) or expanded (false), by `toVisitKey` or the request's ID. */
  folds: ReadonlyMap<string, boolean>;
  /** Sorts the requests of each visit; null: in the order of sending. */
  sort: Sort | null;
}

/** A batch with more events than this starts collapsed, so that it does not push the others out of view. */
const MAX_OPEN_EVENTS = 50;
/** Replays of replays are indented, but only up to this depth. */
const MAX_DEPTH = 4;

/**
 * Arranges the list: visits with their requests, each request with its events, and below them its replays. Unchanged
 * parts are reused from the previous result: in a long log that is nearly everything, and processing each request
 * again takes longer than painting the rows.
 */
export function createRowBuilder(): (inputs: RowInputs) => RowIndex {
  let tree = noTree;
  let visits = noVisits;
  let laidOut: {inputs: RowInputs; blocks: readonly RequestBlock[]} | null = null;

  return (inputs) => {
    tree = toTree(inputs.entries, tree);
    visits = toVisits(tree.roots, inputs.navigations, visits);
    const reuse = createBlockReuse(laidOut && isSameView(laidOut.inputs, inputs) ? laidOut.blocks : []);
    const {blocks, requests} = layOut(visits.visits, tree.below, inputs, reuse);
    laidOut = {inputs, blocks: requests};
    return createRowIndex(blocks);
  };
}

export function toVisitKey(visitId: string): string {
  return `visit ${visitId}`;
}

function isSameView(before: RowInputs, now: RowInputs): boolean {
  return (
    before.match === now.match &&
    before.folds === now.folds &&
    before.filtering === now.filtering &&
    before.sort?.by === now.sort?.by &&
    before.sort?.descending === now.sort?.descending
  );
}

function layOut(
  visits: readonly Visit[],
  below: Tree['below'],
  inputs: RowInputs,
  reuse: ReturnType<typeof createBlockReuse>,
): {blocks: Block[]; requests: RequestBlock[]} {
  const blocks: Block[] = [];
  const requests: RequestBlock[] = [];
  for (const visit of visits) {
    const folded = inputs.folds.size > 0 && (inputs.folds.get(toVisitKey(visit.id)) ?? false);
    const counts = countVisit(visit, {...inputs, below});
    if (counts.requests.shown === 0) continue;
    blocks.push({kind: 'visit', visit, counts, folded, below, length: 1});
    if (folded) continue;
    const entries = inputs.sort ? sortEntries(visit.entries, inputs.sort) : visit.entries;
    for (const entry of entries) {
      addEntry(entry, 0);
      if (below.size === 0) continue;
      for (const nested of below.get(entry.id) ?? [])
        addEntry(nested.entry, Math.min(nested.depth, MAX_DEPTH));
    }
  }
  return {blocks, requests};

  function addEntry(entry: LogEntry, depth: number): void {
    const block = reuse(entry, depth) ?? toBlock(entry, depth, inputs);
    if (!block) return;
    blocks.push(block);
    requests.push(block);
  }
}

function toBlock(entry: LogEntry, depth: number, inputs: RowInputs): RequestBlock | null {
  const match = inputs.match(entry);
  if (match === null) return null;
  const {events} = match;
  const foldable = entry.events.length > 1;
  const byDefault = entry.events.length > MAX_OPEN_EVENTS && !inputs.filtering;
  const chosen = foldable && inputs.folds.size > 0 ? inputs.folds.get(entry.id) : undefined;
  const folded = foldable && (chosen ?? byDefault);
  const shown = folded || !foldable ? 0 : events === 'all' ? entry.events.length : events.length;
  return {kind: 'request', entry, depth, foldable, folded, events, length: 1 + shown};
}
