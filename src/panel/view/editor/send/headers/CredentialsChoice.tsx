import type {Settings} from '../../../../../domain/settings';
import type {DraftChoices} from '../../../../store/draft/draft-choices';
import type {TargetCredentialsView} from '../../../../store/replay/target-credentials-view';

interface CredentialsChoiceProps {
  chosen: Pick<DraftChoices, 'target' | 'credentials' | 'cookies'>;
  targets: Settings['replay']['targets'];
  /** Credentials that the user gave for targets. */
  given: Pick<TargetCredentialsView, 'of'> | null;
  onChoose(choices: Partial<Pick<DraftChoices, 'credentials' | 'cookies'>>): void;
}

/** What happens to captured credentials, and to the browser's own cookies. */
export function CredentialsChoice({chosen, targets, given, onChoose}: CredentialsChoiceProps) {
  const {credentials, cookies} = chosen;
  const hasOwn = (given?.of(chosen.target) ?? []).length > 0;
  const target = hasOwn ? (targets.find(({baseUrl}) => baseUrl === chosen.target)?.name ?? null) : null;
  return (
    <>
      <label>
        <span>Credentials</span>
        <select
          class="edit-select"
          value={credentials}
          onChange={({currentTarget: {value}}) => onChoose({credentials: toCredentials(value)})}
        >
          <option value="same-origin">Only to the original origin</option>
          <option value="take-along">Send to any target</option>
          <option value="leave-out">Don’t send</option>
          {(target !== null || credentials === 'of-target') && (
            <option value="of-target">Use those of {target ?? 'the target'}</option>
          )}
        </select>
      </label>
      <label class="edit-check">
        <input
          type="checkbox"
          checked={cookies}
          onChange={({currentTarget}) => onChoose({cookies: currentTarget.checked})}
        />
        <span>Cookies</span>
      </label>
    </>
  );
}

function toCredentials(value: string): DraftChoices['credentials'] {
  return value === 'take-along' || value === 'leave-out' || value === 'of-target' ? value : 'same-origin';
}
