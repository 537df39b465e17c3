import type {Settings} from '../domain/settings';
import type {SettingsForm} from './create-settings-form';
import {Field} from './Field';

type Target = Settings['replay']['targets'][number];

interface TextField {
  key: 'name' | 'baseUrl' | 'testHeader' | 'testProperty';
  label: string;
  placeholder: string;
  isUrl?: true;
}

const textFields: readonly TextField[] = [
  {key: 'name', label: 'Name', placeholder: 'Staging'},
  {key: 'baseUrl', label: 'Base URL', placeholder: 'https://staging.example.com', isUrl: true},
  {key: 'testHeader', label: 'Test header (optional)', placeholder: 'X-Test: 1'},
  {key: 'testProperty', label: 'Test property (optional)', placeholder: 'is_test: true'},
];

export interface TargetRowProps {
  form: SettingsForm;
  index: number;
  target: Target;
  onChange(part: Partial<Target>): void;
  onRemove(): void;
}

/** One target for replays. */
export function TargetRow({form, index, target, onChange, onRemove}: TargetRowProps) {
  return (
    <fieldset class="row">
      <legend class="hidden">Target {index + 1}</legend>
      {textFields.map(({key, label, placeholder, isUrl}) => (
        <Field key={key} form={form} path={`replay.targets.${index}.${key}`} label={label}>
          {(control) => (
            <input
              {...control}
              type="text"
              {...(isUrl && {inputMode: 'url'})}
              placeholder={placeholder}
              value={target[key] ?? ''}
              onInput={({currentTarget: {value}}) => onChange({[key]: isUrl ? value.trim() : value})}
            />
          )}
        </Field>
      ))}
      <label class="check">
        <input
          type="checkbox"
          checked={target.production}
          onChange={({currentTarget}) => onChange({production: currentTarget.checked})}
        />
        Production
      </label>
      <button type="button" aria-label={`Remove target ${index + 1}`} onClick={onRemove}>
        Remove
      </button>
    </fieldset>
  );
}
