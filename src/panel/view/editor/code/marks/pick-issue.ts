import type {Severity} from '../../../../../domain/verdict/severity';
import type {TextRange} from './to-diagnostics';

export type IssueAtCursor<Mark> =
  | {state: 'found'; mark: Mark}
  /** There is nothing to fix, or no issue. */
  | {state: 'none' | 'not-fixable' | 'several'};

interface CursorMark extends TextRange {
  severity: Severity;
}

/**
 * The mark for a command at the cursor: the narrowest one that contains the cursor, or else the only one on its line.
 * Never one elsewhere, nor a wider one if the narrowest has no fix.
 */
export function pickIssue<Mark extends CursorMark>(
  marks: readonly Mark[],
  cursor: {position: number; line: TextRange},
  isFixable: (mark: Mark) => boolean,
): IssueAtCursor<Mark> {
  const {position, line} = cursor;
  const under = narrowest(marks.filter(({from, to}) => from <= position && position <= to));
  const near = under.length > 0 ? under : marks.filter(({from}) => line.from <= from && from <= line.to);
  const fixable = near.filter(isFixable).toSorted(byWeight);
  const [mark] = fixable;
  if (!mark) return {state: near.length > 0 ? 'not-fixable' : 'none'};
  return under.length === 0 && fixable.length > 1 ? {state: 'several'} : {state: 'found', mark};
}

function narrowest<Mark extends TextRange>(marks: readonly Mark[]): readonly Mark[] {
  const width = Math.min(...marks.map(({from, to}) => to - from));
  return marks.filter(({from, to}) => to - from === width);
}

/** The next error or warning after the cursor, or before it; at the end it continues at the beginning. */
export function pickNextIssue<Mark extends CursorMark>(
  marks: readonly Mark[],
  selection: TextRange,
  direction: 'next' | 'previous',
): Mark | undefined {
  const stops = marks
    .filter(({severity}) => severity !== 'info')
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  if (direction === 'previous') {
    return stops.findLast((mark) => compare(mark, selection) < 0) ?? stops.at(-1);
  }
  return stops.find((mark) => compare(mark, selection) > 0) ?? stops[0];
}

function compare(a: TextRange, b: TextRange): number {
  return a.from - b.from || a.to - b.to;
}

const weights: Record<Severity, number> = {error: 0, warning: 1, info: 2};

function byWeight(a: CursorMark, b: CursorMark): number {
  return a.to - a.from - (b.to - b.from) || weights[a.severity] - weights[b.severity];
}
