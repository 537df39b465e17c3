import {applyTextChanges, type TextChange} from '../../../domain/json/edit/text-change';

/** Where the text of a draft is stored: at first a plain string, then the code editor's document once it is open. */
export interface DraftDocument {
  /** The text that would be sent. Its cost is proportional to the length, so call it when idle, not for every key. */
  read(): string;
  /** Sorted, not overlapping. In the editor they become one step of its undo history. */
  change(changes: readonly TextChange[]): void;
  /**
   * The same for very many changes: computes them now and applies them in a separate task, or as soon as the text is
   * read. `then` gets whether they were applied, which is not the case if the text has changed meanwhile.
   */
  changeSoon(changes: readonly TextChange[], then: (made: boolean) => void): void;
}

/** A document without an editor. */
export function createPlainDocument(text: string): DraftDocument {
  let current = text;
  const change = (changes: readonly TextChange[]) => {
    current = applyTextChanges(current, changes);
  };
  return {
    read: () => current,
    change,
    changeSoon: (changes, then) => {
      change(changes);
      then(true);
    },
  };
}
