import type {ChangeSet} from '@codemirror/state';
import type {TextRange} from './to-diagnostics';

/** Where the new document differs from the old one; empty if all of it was replaced. */
export function findChanges(changes: ChangeSet): readonly TextRange[] {
  const places: TextRange[] = [];
  changes.iterChangedRanges((_fromA, _toA, from, to) => places.push({from, to}));
  const [only] = places;
  const isReplaced =
    places.length === 1 && only?.from === 0 && only.to === changes.newLength && changes.length > 0;
  return isReplaced ? [] : places;
}
