import type {ChangeDesc} from '@codemirror/state';
import type {FlatRanges} from './readable-text';

/**
 * The sorted ranges after the changes: without inserted characters, and split where something was inserted into a
 * range. One walk along both; `RangeSet.map` goes through the changes once for every range.
 */
export function keepRanges(ranges: FlatRanges, changes: ChangeDesc): FlatRanges {
  const kept: number[] = [];
  let last = -1;
  let at = 0;
  changes.iterGaps((fromA, fromB, length) => {
    const endA = fromA + length;
    const shift = fromB - fromA;
    for (; at < ranges.length && (ranges[at] ?? 0) < endA; at += 2) {
      const to = ranges[at + 1] ?? 0;
      const from = Math.max(ranges[at] ?? 0, fromA) + shift;
      const end = Math.min(to, endA) + shift;
      // The range ended in text that was deleted before.
      if (from < end) {
        if (last === at && kept.at(-1) === from) kept[kept.length - 1] = end;
        else kept.push(from, end);
        last = at;
      }
      if (to > endA) return;
    }
  });
  return kept;
}
