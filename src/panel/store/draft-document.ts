/** Replaces the characters from `from` up to `to` (UTF-16 units of the text before all changes) by `insert`. */
export interface DocumentChange {
  from: number;
  to: number;
  insert: string;
}

/** Where the text of a draft lives: a plain string at first, the code editor's document once that is open. */
export interface DraftDocument {
  /** The text that would be sent. Costs as much as the text is long: for idle moments, not for every key. */
  read(): string;
  /** Sorted, not overlapping. In the editor they become one step of its undo history. */
  change(changes: readonly DocumentChange[]): void;
}

/** A document without an editor. */
export function createPlainDocument(text: string): DraftDocument {
  let current = text;
  return {
    read: () => current,
    change: (changes) => {
      current = applyChanges(current, changes);
    },
  };
}

export function applyChanges(text: string, changes: readonly DocumentChange[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const {from, to, insert} of changes) {
    parts.push(text.slice(at, from), insert);
    at = to;
  }
  return parts.join('') + text.slice(at);
}
