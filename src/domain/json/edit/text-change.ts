/** Replaces the text from `from` up to `to` (UTF-16 units) by `insert`: the editor's own format of a change. */
export interface TextChange {
  from: number;
  to: number;
  insert: string;
}

/** `changes` must be ascending and must not overlap; all offsets refer to the text before any change. */
export function applyTextChanges(text: string, changes: readonly TextChange[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const {from, to, insert} of changes) {
    parts.push(text.slice(at, from), insert);
    at = to;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
