import type {HeaderFate} from '../../../../domain/replay/header-fate';
import type {EditController} from '../create-edit-controller';
import {AddHeader} from './AddHeader';
import {CredentialsChoice} from './CredentialsChoice';
import {HeaderRow} from './HeaderRow';
import {TargetCredentials} from './TargetCredentials';

/** Every header with what happens to it on its way, and the choices that decide it. */
export function SendAccount({edit}: {edit: EditController}) {
  const plan = edit.session.plan.value;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="edit-account" aria-label="Headers of the replay" tabIndex={0}>
      <Choices edit={edit} />
      <TargetCredentials edit={edit} />
      {plan.ok ? (
        <>
          <ul class="edit-notes">
            {plan.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          <Account edit={edit} account={plan.account} />
          <AddHeader headers={edit.headers} onFailure={edit.fail} />
        </>
      ) : (
        <p class="edit-refusal">{plan.reason}</p>
      )}
    </section>
  );
}

function Account({edit, account}: {edit: EditController; account: readonly HeaderFate[]}) {
  const {headers} = edit;
  return (
    <table class="edit-headers">
      <thead>
        <tr>
          <th scope="col">Header</th>
          <th scope="col">Value</th>
          <th scope="col">What happens</th>
          <th scope="col">
            <span class="hidden">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {account.map((fate, index) => (
          <HeaderRow key={`${index} ${fate.name}`} fate={fate} headers={headers} onFailure={edit.fail} />
        ))}
      </tbody>
    </table>
  );
}

function Choices({edit: {session, drafts}}: {edit: EditController}) {
  const {followRedirects, timeoutSeconds, target} = session.choices.value;
  const {targets} = drafts.settings.value.value.replay;
  const hasOwn = (drafts.credentials?.of(target) ?? []).length > 0;
  const name = targets.find(({baseUrl}) => baseUrl === target)?.name ?? null;
  return (
    <div class="edit-choices">
      <CredentialsChoice
        chosen={session.choices.value}
        target={hasOwn ? name : null}
        onChoose={session.choose}
      />
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
