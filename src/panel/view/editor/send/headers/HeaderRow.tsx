import {useSignal} from '@preact/signals';
import {useRef} from 'preact/hooks';
import type {CapturedHeader} from '../../../../../domain/capture/captured-request';
import type {HeaderDecision, HeaderOutcome} from '../../../../../domain/replay/headers/header-decision';
import type {DraftHeaders} from '../../../../store/draft/draft-headers';
import {shorten} from '../../../format/shorten';
import {useHeldFocus} from '../../../frame/use-held-focus';
import {useLayer} from '../../../keyboard/KeyboardScope';
import {HeaderValueInput} from './HeaderValueInput';

const outcomeTitles: Readonly<Record<HeaderOutcome, string>> = {
  kept: 'kept',
  changed: 'changed',
  added: 'added',
  replaced: 'replaced',
  'left-out': 'not sent',
  'set-by-browser': 'set by the browser',
  impossible: 'not possible',
};

export interface HeaderRowProps {
  decision: HeaderDecision;
  headers: DraftHeaders;
  onFailure(error: unknown): void;
}

/** One header of the list: what happens to it, why, and how to change that. */
export function HeaderRow({decision, headers, onFailure}: HeaderRowProps) {
  const {name, outcome, reason, before, sent} = decision;
  const editing = useSignal(false);
  const row = useRef<HTMLTableRowElement>(null);
  const focus = useHeldFocus(row, 'button');
  const save = (value: string) => {
    // The field may lose the focus as it is removed.
    if (!editing.peek()) return;
    editing.value = false;
    headers.set(name, value).catch(onFailure);
  };
  return (
    <tr data-outcome={outcome} ref={row} {...focus}>
      <th scope="row">{shorten(name, 200)}</th>
      <td class="edit-value">
        {editing.value ? (
          <ValueInput
            name={name}
            value={(sent ?? before)?.value ?? ''}
            onSave={save}
            onCancel={() => (editing.value = false)}
          />
        ) : (
          toValue(sent ?? before)
        )}
      </td>
      <td>
        <strong>{outcomeTitles[outcome]}</strong> <span class="edit-muted">{shorten(reason, 1000)}</span>
      </td>
      <td class="edit-header-actions">
        <HeaderActions
          decision={decision}
          headers={headers}
          isEditing={editing.value}
          onEdit={() => (editing.value = true)}
        />
      </td>
    </tr>
  );
}

interface ActionsProps extends Pick<HeaderRowProps, 'decision' | 'headers'> {
  isEditing: boolean;
  onEdit(): void;
}

function HeaderActions({decision: {name, outcome, before}, headers, isEditing, onEdit}: ActionsProps) {
  const shown = shorten(name, 200);
  if (headers.isEdited(name) && before !== null) {
    return (
      <button
        type="button"
        class="link"
        aria-label={`Undo the change to ${shown}`}
        onClick={() => headers.reset(name)}
      >
        Undo
      </button>
    );
  }
  const isInQuery = name.startsWith('?');
  if (isInQuery || outcome === 'set-by-browser' || isEditing) return null;
  return (
    <>
      <button type="button" class="link" aria-label={`Change ${shown}`} onClick={onEdit}>
        Change
      </button>{' '}
      <button
        type="button"
        class="link"
        aria-label={`Don’t send ${shown}`}
        onClick={() => (headers.isEdited(name) ? headers.reset(name) : headers.leaveOut(name))}
      >
        Don’t send
      </button>
    </>
  );
}

interface ValueInputProps {
  name: string;
  value: string;
  onSave(value: string): void;
  onCancel(): void;
}

/** Enter saves, Escape cancels. What was typed is also saved before it is sent, or another control is used. */
function ValueInput({name, value, onSave, onCancel}: ValueInputProps) {
  const typed = useSignal(value);
  useLayer('field', onCancel);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    if (event.ctrlKey || event.metaKey) return saveChange();
    event.preventDefault();
    onSave(typed.peek());
  };
  const saveChange = () => {
    if (typed.peek() !== value) onSave(typed.peek());
  };
  // The user may look up something in another window.
  const onBlur = () => document.hasFocus() && saveChange();
  return (
    <HeaderValueInput
      header={name}
      label={`Value of ${shorten(name, 200)}`}
      value={typed.value}
      focused
      onInput={(text) => (typed.value = text)}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    />
  );
}

function toValue(header: CapturedHeader | null): string {
  if (header === null) return '';
  if (header.value !== null) return shorten(header.value, 4000);
  return header.secret === undefined ? 'not available' : '••••••';
}
