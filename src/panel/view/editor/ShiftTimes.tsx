import {useSignal} from '@preact/signals';
import {type ShiftInput, toShiftDistance} from '../../../domain/edit/times/shift-distance';
import {shiftTimestamps} from '../../../domain/edit/times/shift-timestamps';
import type {EditController} from './controller/create-edit-controller';

const kinds: Readonly<Record<ShiftInput['kind'], string>> = {
  by: 'By a duration',
  first: 'Set the first to',
  last: 'Set the last to',
};
const duration = {
  label: 'Duration',
  example: '-1d 2h',
  hint: 'Enter a duration, for example -1d 2h, 90min or 500ms.',
};
const time = {
  label: 'Time',
  example: '2026-11-01T10:00:00Z',
  hint: 'Enter a time, for example 2026-11-01T10:00:00Z or 2026-11-01T12:00:00+02:00.',
};

/** Shifts all times of the batch by the same distance, which the user enters. */
export function ShiftTimes({edit}: {edit: EditController}) {
  const kind = useSignal<ShiftInput['kind']>('by');
  const text = useSignal('');
  // Read so that the preview follows the text.
  void edit.session.checked.value;
  if (edit.fixes.propose((context) => shiftTimestamps(context, 1_000)) === null) return null;
  const input = {kind: kind.value, text: text.value};
  const fix = edit.fixes.propose((context) => {
    const distance = toShiftDistance(context, input);
    return distance === null ? null : shiftTimestamps(context, distance);
  });
  const {label, example, hint} = kind.value === 'by' ? duration : time;
  const apply = (event: Event) => {
    event.preventDefault();
    if (fix === null) return;
    edit.applyFix(fix);
    text.value = '';
  };
  return (
    <section class="edit-fix-kind" aria-label="Shift all timestamps">
      <h3>Shift all timestamps</h3>
      <form class="edit-choices" onSubmit={apply}>
        <select
          class="edit-select"
          aria-label="How to shift"
          value={kind.value}
          onChange={({currentTarget}) => (kind.value = toKind(currentTarget.value))}
        >
          {Object.entries(kinds).map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
        <input
          class="edit-header-input"
          aria-label={label}
          placeholder={example}
          autoComplete="off"
          value={text.value}
          onInput={({currentTarget}) => (text.value = currentTarget.value)}
        />
        <button type="submit" class="button" disabled={fix === null}>
          {fix?.title ?? 'Shift the timestamps'}
        </button>
        {fix && (
          <span class="edit-fix-preview">
            <del>{fix.preview.before}</del> → <ins>{fix.preview.after}</ins>
          </span>
        )}
        {fix === null && text.value.trim() !== '' && <span class="edit-muted">{hint}</span>}
      </form>
    </section>
  );
}

function toKind(value: string): ShiftInput['kind'] {
  return value === 'first' || value === 'last' ? value : 'by';
}
