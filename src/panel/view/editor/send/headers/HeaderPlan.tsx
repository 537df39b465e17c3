import type {HeaderDecision} from '../../../../../domain/replay/headers/header-decision';
import {shorten} from '../../../format/shorten';
import type {EditController} from '../../controller/create-edit-controller';
import {AddHeader} from './AddHeader';
import {AnswerChoice} from './AnswerChoice';
import {CredentialsChoice} from './CredentialsChoice';
import {HeaderRow} from './HeaderRow';
import {TargetCredentials} from './TargetCredentials';

/** Every header with what happens to it, and the options that affect it. */
export function HeaderPlan({edit}: {edit: EditController}) {
  const plan = edit.session.plan.value;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="edit-field-table" aria-label="Replay headers" tabIndex={0}>
      <Choices edit={edit} />
      <TargetCredentials edit={edit} />
      {plan.ok ? (
        <>
          <ul class="edit-notes">
            {plan.notes.map((note) => (
              <li key={note}>{shorten(note, 1000)}</li>
            ))}
          </ul>
          <HeaderTable edit={edit} headerPlan={plan.headerPlan} />
          <AddHeader headers={edit.headers} onFailure={edit.fail} />
        </>
      ) : (
        <p class="edit-refusal">{shorten(plan.reason, 1000)}</p>
      )}
    </section>
  );
}

function HeaderTable({edit, headerPlan}: {edit: EditController; headerPlan: readonly HeaderDecision[]}) {
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
        {headerPlan.map((decision, index) => (
          <HeaderRow
            key={`${index} ${decision.name}`}
            decision={decision}
            headers={headers}
            onFailure={edit.fail}
          />
        ))}
      </tbody>
    </table>
  );
}

function Choices({edit: {session, drafts}}: {edit: EditController}) {
  const chosen = session.choices.value;
  return (
    <div class="edit-choices">
      <CredentialsChoice
        chosen={chosen}
        targets={drafts.settings.value.value.replay.targets}
        given={drafts.credentials}
        onChoose={session.choose}
      />
      <AnswerChoice chosen={chosen} onChoose={session.choose} />
    </div>
  );
}
