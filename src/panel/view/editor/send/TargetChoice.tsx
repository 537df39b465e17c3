import type {Settings} from '../../../../domain/settings';

interface TargetChoiceProps {
  targets: Settings['replay']['targets'];
  /** Base URL; null: the original address. */
  chosen: string | null;
  onChoose(target: string | null): void;
}

/**
 * The target to send to. Hidden if there are none in the settings. A chosen one whose address was changed or removed there
 * stays the target, and is shown by its address.
 */
export function TargetChoice({targets, chosen, onChoose}: TargetChoiceProps) {
  if (targets.length === 0 && chosen === null) return null;
  return (
    <select
      class="edit-select"
      aria-label="Target"
      value={chosen ?? ''}
      onChange={({currentTarget: {value}}) => onChoose(value || null)}
    >
      <option value="">Original address</option>
      {targets.map(({name, baseUrl, production}) => (
        <option key={name} value={baseUrl}>
          {production ? `${name} (production)` : name}
        </option>
      ))}
      {chosen !== null && !targets.some(({baseUrl}) => baseUrl === chosen) && (
        <option value={chosen}>{chosen} (removed)</option>
      )}
    </select>
  );
}
