import type {DraftSession} from '../../../store/draft/draft-session';
import type {CodeDocument} from '../code/code-document';
import {findValueAt, foldAround, selectRange, toPlace} from '../code/go-to-place';
import type {IssueMarks} from '../code/marks/create-issue-marks';
import {toBodyPointer} from '../code/marks/to-diagnostics';

/** Commands that go to a place in the text. */
export interface Places {
  /** Shows one event with all others collapsed; null: the whole batch. */
  showEvent(event: number | null): Promise<void>;
  /** The event that is shown alone, or the one at the cursor; null: none. */
  eventHere(): number | null;
  /** Puts the cursor on a field of the body, or on the object that should contain it. */
  goTo(pointer: string): void;
  goToIssue(index: number): Promise<void>;
}

interface PlacesParts {
  session: DraftSession;
  document: CodeDocument;
  marks: IssueMarks;
  /** Shows the text first. */
  showText(): void;
}

export function createPlaces({session, document, marks, showText}: PlacesParts): Places {
  const goTo = (pointer: string) => {
    showText();
    const range = toPlace(pointer, document.readSent());
    if (range) selectRange(document, range);
  };
  return {
    goTo,
    async showEvent(event) {
      session.event.value = event;
      const {inspection} = await session.whenChecked();
      if (session.event.peek() !== event) return;
      foldAround(document, event === null ? null : inspection.events[event]?.pointer);
    },
    eventHere() {
      const shown = session.event.peek();
      if (shown !== null) return shown;
      const {events} = session.checked.peek().inspection;
      const pointers = events.map(({pointer}) => pointer);
      const found = findValueAt(pointers, document.state.selection.main.head, document.readSent());
      return events[found]?.index ?? null;
    },
    async goToIssue(index) {
      const {inspection} = await session.whenChecked();
      const issue = inspection.issues[index];
      if (!issue) return;
      showText();
      const mark = marks.find(issue);
      if (mark) selectRange(document, mark);
      else goTo(toBodyPointer(issue, inspection));
    },
  };
}
