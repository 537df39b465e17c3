import type {DraftChoices} from '../../store/draft-choices';

interface CredentialsChoiceProps {
  chosen: Pick<DraftChoices, 'credentials' | 'cookies'>;
  onChoose(choices: Partial<Pick<DraftChoices, 'credentials' | 'cookies'>>): void;
}

/** What becomes of captured credentials, and of the browser's own cookies. */
export function CredentialsChoice({chosen: {credentials, cookies}, onChoose}: CredentialsChoiceProps) {
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
  return value === 'take-along' || value === 'leave-out' ? value : 'same-origin';
}
