import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {type Draft, openDraft, startEditing} from '../../../domain/edit/draft';
import type {TextChange} from '../../../domain/json/edit/text-change';
import type {DraftChecker} from './check/draft-checker';
import {createPlainDocument, type DraftDocument} from './draft-document';

/** The current document with the text of a draft. */
export interface HeldDocument {
  readonly document: DraftDocument;
  /** The editor takes over the text; its contents must be the draft's. */
  attach(document: DraftDocument): void;
}

export function holdDocument({text}: Draft): HeldDocument {
  let document: DraftDocument = createPlainDocument(text ?? '');
  return {
    get document() {
      return document;
    },
    attach(next) {
      document = next;
    },
  };
}

/** Changes to the text of a draft, each with the check that follows it. */
export interface DraftEdits {
  change(changes: readonly TextChange[]): void;
  /** The same for very many, in several tasks, or immediately when the text is read. */
  changeSoon(changes: readonly TextChange[], then: (made: boolean) => void): void;
  /** Restores the bytes of the original. */
  revert(): void;
  /** Starts again with the bytes of a request. */
  restart(request: CapturedRequest): void;
  close(): void;
}

export function createDraftEdits(held: HeldDocument, checker: DraftChecker): DraftEdits {
  let isClosed = false;

  function replaceText(text: string): void {
    const {document} = held;
    document.change([{from: 0, to: document.read().length, insert: text}]);
  }

  return {
    change(changes) {
      held.document.change(changes);
      checker.recheck();
    },
    changeSoon(changes, then) {
      held.document.changeSoon(changes, (made) => {
        setTimeout(() => {
          if (!isClosed) checker.flush();
        });
        then(made);
      });
      checker.touch();
    },
    revert() {
      replaceText(checker.current.peek().draft.originalText ?? '');
      checker.recheck();
    },
    restart(request) {
      const restarted = startEditing(openDraft(request));
      if (restarted.text !== held.document.read()) replaceText(restarted.text ?? '');
      checker.restart(restarted);
    },
    close() {
      isClosed = true;
      checker.close();
    },
  };
}
