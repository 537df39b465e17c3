import type {DraftChoices} from '../../../store/draft/draft-choices';

interface CredentialsChoiceProps {
  chosen: Pick<DraftChoices, 'credentials' | 'cookies'>;
  /** The name of the target whose own credentials can be chosen. */
  target?: string | null;
  onChoose(choices: Partial<Pick<DraftChoices, 'credentials' | 'cookies'>>): void;
}

/** What becomes of captured credentials, and of the browser's own cookies. */
export function CredentialsChoice({chosen, target = null, onChoose}: CredentialsChoiceProps) {
  const {credentials, cookies} = chosen;
  return (
    <>
      <label>
        <span>Credentials</span>
        <select
          class="edit-select"
          value={credentials}
          onChange={({currentTarget: {value}}) => onChoose({credentials: toCredentials(value)})}
        >
          <option value="same-origin">To their own origin only</option>
          <option value="take-along">Take along</option>
          <option value="leave-out">Leave out</option>
          {(target !== null || credentials === 'of-target') && (
            <option value="of-target">Those of {target ?? 'the target'}</option>
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
