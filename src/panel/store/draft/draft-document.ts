import {applyTextChanges, type TextChange} from '../../../domain/json/edit/text-change';

/** Where the text of a draft lives: a plain string at first, the code editor's document once that is open. */
export interface DraftDocument {
  /** The text that would be sent. Costs as much as the text is long: for idle moments, not for every key. */
  read(): string;
  /** Sorted, not overlapping. In the editor they become one step of its undo history. */
  change(changes: readonly TextChange[]): void;
  /**
   * The same for very many: works them out now and makes them in a task of their own, or as soon as something reads the
   * text. `then` is told whether they were made: they are not where the text has changed meanwhile.
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
