import {alignLists} from './align-lists';

/** One row of a diff, for side by side or inline (a `changed` row is shown as its old line above its new one there). */
export type DiffRow =
  | {kind: 'same' | 'changed'; before: DiffLine; after: DiffLine}
  | {kind: 'removed'; before: DiffLine; after: null}
  | {kind: 'added'; before: null; after: DiffLine}
  /** So many equal lines that are not shown. */
  | {kind: 'folded'; count: number};

export interface DiffLine {
  /** From 1. */
  number: number;
  text: string;
  /** The part that differs from the other side, UTF-16 units; only in `changed` rows. */
  mark: {from: number; to: number} | null;
}

export interface TextDiffOptions {
  /** How many equal lines are kept around a difference; the rest is folded. Null: nothing is folded. */
  context?: number | null;
}

/**
 * Compares two texts line by line; the line breaks themselves (LF or CRLF) count. Its time is bounded for any input:
 * texts that have little in common are paired by position.
 */
export function diffText(before: string, after: string, {context = 3}: TextDiffOptions = {}): DiffRow[] {
  const left = before.split('\n');
  const right = after.split('\n');
  const rows = alignLists(left, right).map((pair): DiffRow => {
    const old = pair.before === null ? null : toLine(pair.before, left);
    const now = pair.after === null ? null : toLine(pair.after, right);
    if (old !== null && now !== null)
      return pair.isSame ? {kind: 'same', before: old, after: now} : markChange(old, now);
    if (now !== null) return {kind: 'added', before: null, after: now};
    return {kind: 'removed', before: old ?? toLine(0, left), after: null};
  });
  return context === null ? rows : fold(rows, context);
}

function toLine(index: number, lines: readonly string[]): DiffLine {
  return {number: index + 1, text: lines[index] ?? '', mark: null};
}

/** What lies between the common beginning and the common end. */
function markChange(before: DiffLine, after: DiffLine): DiffRow {
  const [old, now] = [before.text, after.text];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return {
    kind: 'changed',
    before: {...before, mark: {from: head, to: old.length - tail}},
    after: {...after, mark: {from: head, to: now.length - tail}},
  };
}

function fold(rows: readonly DiffRow[], context: number): DiffRow[] {
  const folded: DiffRow[] = [];
  let run: DiffRow[] = [];
  const flush = (isEnd: boolean) => {
    const head = folded.length === 0 ? 0 : context;
    const tail = isEnd ? 0 : context;
    const count = run.length - head - tail;
    // A fold of one line would hide no more than it shows.
    if (count < 2) folded.push(...run);
    else folded.push(...run.slice(0, head), {kind: 'folded', count}, ...run.slice(run.length - tail));
    run = [];
  };
  for (const row of rows) {
    if (row.kind === 'same') run.push(row);
    else {
      flush(false);
      folded.push(row);
    }
  }
  flush(true);
  return folded;
}
