import type {CapturedHeader} from '../../../domain/capture/captured-request';
import type {Fate, HeaderFate} from '../../../domain/replay/header-fate';
import type {EditController} from './create-edit-controller';

const fates: Readonly<Record<Fate, string>> = {
  kept: 'kept',
  changed: 'changed',
  added: 'added',
  replaced: 'replaced',
  'left-out': 'left out',
  'set-by-browser': 'set by the browser',
  impossible: 'not possible',
};

/** Every header with what happens to it on its way, and the choices that decide it. */
export function SendAccount({edit}: {edit: EditController}) {
  const plan = edit.session.plan.value;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="edit-account" aria-label="Headers of the replay" tabIndex={0}>
      <Choices edit={edit} />
      {plan.ok ? (
        <>
          <ul class="edit-notes">
            {plan.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          <Account account={plan.account} />
        </>
      ) : (
        <p class="edit-refusal">{plan.reason}</p>
      )}
    </section>
  );
}

function Account({account}: {account: readonly HeaderFate[]}) {
  return (
    <table class="edit-headers">
      <thead>
        <tr>
          <th scope="col">Header</th>
          <th scope="col">Value</th>
          <th scope="col">What happens</th>
        </tr>
      </thead>
      <tbody>
        {account.map(({name, fate, reason, before, sent}, index) => (
          <tr key={index} data-fate={fate}>
            <th scope="row">{name}</th>
            <td class="edit-value">{toValue(sent ?? before)}</td>
            <td>
              <strong>{fates[fate]}</strong> <span class="edit-muted">{reason}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Choices({edit: {session}}: {edit: EditController}) {
  const {credentials, cookies, followRedirects, timeoutSeconds} = session.choices.value;
  return (
    <div class="edit-choices">
      <label>
        <span>Credentials</span>
        <select
          class="edit-select"
          value={credentials}
          onChange={({currentTarget: {value}}) => session.choose({credentials: toCredentials(value)})}
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
          onChange={({currentTarget}) => session.choose({cookies: currentTarget.checked})}
        />
        <span>Cookies</span>
      </label>
      <label class="edit-check">
        <input
          type="checkbox"
          checked={followRedirects}
          onChange={({currentTarget}) => session.choose({followRedirects: currentTarget.checked})}
        />
        <span>Follow redirects</span>
      </label>
      <label>
        <span>Give up after</span>
        <input
          class="edit-number"
          type="number"
          min={1}
          max={600}
          value={timeoutSeconds}
          onChange={({currentTarget: {valueAsNumber}}) => {
            if (valueAsNumber >= 1 && valueAsNumber <= 600)
              session.choose({timeoutSeconds: Math.round(valueAsNumber)});
          }}
        />
        <span>seconds</span>
      </label>
    </div>
  );
}

function toCredentials(value: string): 'same-origin' | 'take-along' | 'leave-out' {
  return value === 'take-along' || value === 'leave-out' ? value : 'same-origin';
}

function toValue(header: CapturedHeader | null): string {
  if (header === null) return '';
  return header.value ?? (header.secret === undefined ? 'withheld' : '••••••');
}
