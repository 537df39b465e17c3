import {useLayoutEffect, useRef} from 'preact/hooks';
import type {Confirmation} from '../../store/replay-confirmations';
import {countOf} from '../format/format-count';
import type {EditController} from './create-edit-controller';

/** Asks before something unusual is sent. The keyboard starts on "Cancel", so that a second Enter sends nothing. */
export function ConfirmBar({edit}: {edit: EditController}) {
  const asked = edit.asking.value;
  return asked === null ? null : <Question edit={edit} asked={asked} />;
}

function Question({edit, asked}: {edit: EditController; asked: readonly Confirmation[]}) {
  const cancel = useRef<HTMLButtonElement>(null);
  // Before it is painted: whoever sees the question has the keyboard in it.
  useLayoutEffect(() => cancel.current?.focus(), []);
  const close = () => {
    edit.stopAsking();
    edit.document.focus();
  };
  return (
    <div
      class="edit-confirm"
      role="alertdialog"
      aria-labelledby="edit-confirm-question"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <p id="edit-confirm-question">{asked.map((one) => toQuestion(one, edit)).join(' ')}</p>
      <button type="button" class="button" ref={cancel} onClick={close}>
        Cancel
      </button>
      <button type="button" class="button danger" onClick={edit.confirm}>
        Send anyway
      </button>
    </div>
  );
}

function toQuestion(asked: Confirmation, {tell}: EditController): string {
  if (asked.kind === 'invalid-json') return `${tell(asked.issue)} Send it as it is?`;
  const what = asked.events === null ? 'this body' : countOf(asked.events, 'event');
  return `${asked.name} is a production target: send ${what} to ${asked.origin}?`;
}
