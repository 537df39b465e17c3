import {applyTextChanges, type TextChange} from '../../../domain/json/edit/text-change';

/** Where the text of a draft lives: a plain string at first, the code editor's document once that is open. */
export interface DraftDocument {
  /** The text that would be sent. Costs as much as the text is long: for idle moments, not for every key. */
  read(): string;
  /** Sorted, not overlapping. In the editor they become one step of its undo history. */
  change(changes: readonly TextChange[]): void;
}

/** A document without an editor. */
export function createPlainDocument(text: string): DraftDocument {
  let current = text;
  return {
    read: () => current,
    change: (changes) => {
      current = applyTextChanges(current, changes);
    },
  };
}
