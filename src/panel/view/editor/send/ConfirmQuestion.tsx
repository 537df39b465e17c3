import {useLayoutEffect, useRef} from 'preact/hooks';
import {useLayer} from '../../keyboard/KeyboardScope';

interface ConfirmQuestionProps {
  question: string;
  onConfirm(): void;
  onCancel(): void;
}

/** "Cancel" gets the focus, so that a second Enter does not send. */
export function ConfirmQuestion({question, onConfirm, onCancel}: ConfirmQuestionProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  // Before painting, so that the question has the focus when it appears.
  useLayoutEffect(() => cancel.current?.focus(), []);
  useLayer('question', onCancel);
  return (
    <div class="edit-confirm" role="alertdialog" aria-labelledby="edit-confirm-question">
      <p id="edit-confirm-question">{question}</p>
      <button type="button" class="button" ref={cancel} onClick={onCancel}>
        Cancel
      </button>
      <button type="button" class="button danger" onClick={onConfirm}>
        Send anyway
      </button>
    </div>
  );
}
