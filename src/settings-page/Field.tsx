import {useSignal} from '@preact/signals';
import type {ComponentChildren} from 'preact';
import type {SettingsForm} from './create-settings-form';

export interface FieldProps {
  form: SettingsForm;
  /** Path in the settings: `replay.timeoutSeconds`. */
  path: string;
  label: string;
  /** The label is only for screen readers: the column header already shows it. */
  quiet?: boolean;
  hint?: string;
  /** Gets the attributes that link the control to its label, hint and fault. */
  children(control: ControlAttributes): ComponentChildren;
}

export interface ControlAttributes {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

/** A labelled control with its hint, and, once the user has left it, its fault below. */
export function Field({form, path, label, quiet = false, hint, children}: FieldProps) {
  const left = useSignal(false);
  const fault = left.value ? form.faults.value.get(path) : undefined;
  const described = [hint && `${path}-hint`, fault && `${path}-fault`].filter(Boolean).join(' ');
  const control = {id: path, 'aria-invalid': fault !== undefined, 'aria-describedby': described || undefined};
  return (
    <div class="field" onFocusOut={() => (left.value = true)}>
      <label for={path} class={quiet ? 'hidden' : 'field-label'}>
        {label}
      </label>
      {children(control)}
      {hint && (
        <p id={`${path}-hint`} class="hint">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${path}-fault`} class="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
