import type {Settings} from '../../../../domain/settings';

interface TargetChoiceProps {
  targets: Settings['replay']['targets'];
  /** Base URL; null: the original address. */
  chosen: string | null;
  onChoose(target: string | null): void;
}

/** The target to send to. Hidden if there are none in the settings. */
export function TargetChoice({targets, chosen, onChoose}: TargetChoiceProps) {
  if (targets.length === 0) return null;
  return (
    <select
      class="edit-select"
      aria-label="Target"
      value={chosen ?? ''}
      onChange={({currentTarget: {value}}) => onChoose(value === '' ? null : value)}
    >
      <option value="">Original address</option>
      {targets.map(({name, baseUrl, production}) => (
        <option key={name} value={baseUrl}>
          {production ? `${name} (production)` : name}
        </option>
      ))}
    </select>
  );
}
