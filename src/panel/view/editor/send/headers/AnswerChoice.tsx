import {timeoutLimits, toTimeout} from '../../../../../domain/replay/timeout';
import type {DraftChoices} from '../../../../store/draft/draft-choices';

type Chosen = Pick<DraftChoices, 'followRedirects' | 'timeoutSeconds'>;

interface AnswerChoiceProps {
  chosen: Chosen;
  onChoose(choices: Partial<Chosen>): void;
}

/** Whether a redirect is followed, and how long to wait for the response. */
export function AnswerChoice({chosen: {followRedirects, timeoutSeconds}, onChoose}: AnswerChoiceProps) {
  return (
    <>
      <label class="edit-check">
        <input
          type="checkbox"
          checked={followRedirects}
          onChange={({currentTarget}) => onChoose({followRedirects: currentTarget.checked})}
        />
        <span>Follow redirects</span>
      </label>
      <label>
        <span>Timeout</span>
        <input
          class="edit-number"
          type="number"
          {...timeoutLimits}
          value={timeoutSeconds}
          onChange={({currentTarget}) => {
            const typed = currentTarget.valueAsNumber;
            const seconds = Number.isNaN(typed) ? timeoutSeconds : toTimeout(typed);
            // The field shows the value in effect, even if it has not changed.
            currentTarget.value = String(seconds);
            onChoose({timeoutSeconds: seconds});
          }}
        />
        <span>seconds</span>
      </label>
    </>
  );
}
