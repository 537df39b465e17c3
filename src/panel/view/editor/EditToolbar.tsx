import type {Issue} from '../../../domain/verdict/issue';
import {countOf} from '../format/format-count';
import type {EditController, EditFace} from './controller/create-edit-controller';
import {EventChoice} from './EventChoice';

const faces: readonly {face: EditFace; name: string}[] = [
  {face: 'text', name: 'Text'},
  {face: 'changes', name: 'Changes'},
  {face: 'headers', name: 'Headers'},
];

/** The controls for the view of the draft. */
export function EditToolbar({edit}: {edit: EditController}) {
  const {session, face} = edit;
  const {inspection} = session.checked.value;
  const fixable = inspection.issues.filter(isFixable).length;
  return (
    <div class="edit-toolbar" role="toolbar" aria-label="Draft">
      <FaceChoice edit={edit} />
      {face.value === 'text' && <EventChoice edit={edit} />}
      {face.value === 'text' && <LayoutChoice on={edit.laidOut.value} onChange={edit.document.setLaidOut} />}
      <span class="edit-gap" />
      {inspection.issues.some(({fixes}) => fixes.includes('split-batch')) && (
        <button
          type="button"
          class="button primary"
          aria-haspopup="dialog"
          aria-expanded={edit.splitting.value}
          onClick={() => (edit.splitting.value = !edit.splitting.value)}
        >
          Split…
        </button>
      )}
      {inspection.decoded || fixable > 0 ? (
        <button
          type="button"
          class="button"
          aria-haspopup="dialog"
          aria-expanded={edit.fixing.value !== null}
          aria-keyshortcuts="Control+. Meta+."
          onClick={() => (edit.fixing.value = edit.fixing.value === null ? 'all' : null)}
        >
          {fixable > 0 ? `Fix ${countOf(fixable, 'issue')}` : 'Fixes'}
        </button>
      ) : null}
      <RevertButton edit={edit} />
    </div>
  );
}

function FaceChoice({edit}: {edit: EditController}) {
  const {session, face} = edit;
  return (
    <fieldset class="edit-faces">
      <legend class="hidden">Show</legend>
      {faces.map(({face: each, name}) => (
        <label key={each} class="edit-face-choice">
          <input
            type="radio"
            name="edit-face"
            checked={face.value === each}
            onChange={() => {
              session.flush();
              edit.closeDialogs();
              face.value = each;
            }}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function RevertButton({edit}: {edit: EditController}) {
  const {session, face} = edit;
  return (
    <button
      type="button"
      class="button"
      disabled={!session.current.value.draft.dirty}
      onClick={({currentTarget}) => {
        session.revert();
        // A button that becomes disabled loses the focus, and then Ctrl+Enter does not work.
        if (face.peek() === 'text') edit.document.focus();
        else toFaceChoice(currentTarget)?.focus();
      }}
    >
      Revert
    </button>
  );
}

function toFaceChoice(button: Element): HTMLElement | null | undefined {
  return button.closest('.edit-toolbar')?.querySelector<HTMLElement>('.edit-faces :checked');
}

/** Splitting turns one request into several: it has its own button. */
function isFixable({fixes}: Issue): boolean {
  return fixes.some((code) => code !== 'split-batch');
}

function LayoutChoice({on, onChange}: {on: boolean; onChange(on: boolean): void}) {
  return (
    <label class="edit-check" title="Adds line breaks and indentation for reading. They are not sent.">
      <input type="checkbox" checked={on} onChange={({currentTarget}) => onChange(currentTarget.checked)} />
      <span>Pretty-print</span>
    </label>
  );
}
