import {JsonEditError} from './json-edit';
import type {TextChange} from './text-change';

/** Order at one position in the text: closing a value comes before what follows it, and that before opening the next. */
export type ChangeRank = 'close' | 'between' | 'open' | 'replace';
export type RankedChange = TextChange & {rank: ChangeRank};

const ORDER: Record<ChangeRank, number> = {close: 0, between: 1, open: 2, replace: 3};

/** Sorts changes and joins adjacent ones. Throws a JsonEditError if one is inside another. */
export function mergeChanges(changes: readonly RankedChange[]): TextChange[] {
  const sorted = changes.toSorted((a, b) => a.from - b.from || ORDER[a.rank] - ORDER[b.rank]);
  const merged: TextChange[] = [];
  for (const {from, to, insert} of sorted) {
    const last = merged.at(-1);
    if (last && from < last.to) {
      throw new JsonEditError('conflict', 'Two edits change the same place in the text.');
    }
    if (last && from === last.to) {
      last.to = to;
      last.insert += insert;
    } else {
      merged.push({from, to, insert});
    }
  }
  return merged;
}
