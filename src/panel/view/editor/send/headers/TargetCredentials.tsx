import {useSignal} from '@preact/signals';
import type {TargetCredentialsView} from '../../../../store/replay/target-credentials-view';
import type {EditController} from '../../controller/create-edit-controller';

/** The user's credentials for the selected target, for this browser session; whether they are sent is a separate option. */
export function TargetCredentials({edit}: {edit: EditController}) {
  const {target} = edit.session.choices.value;
  const {credentials, settings} = edit.drafts;
  const chosen = settings.value.value.replay.targets.find(({baseUrl}) => baseUrl === target);
  if (credentials === null || target === null || !chosen) return null;
  return (
    <fieldset class="edit-choices edit-target-credentials">
      <legend>Credentials of {chosen.name}</legend>
      {credentials.of(target).map(({name}) => (
        <span key={name}>
          {name}: ••••••{' '}
          <button
            type="button"
            class="link"
            aria-label={`Remove ${name} of ${chosen.name}`}
            onClick={() => credentials.remove(target, name).catch(edit.fail)}
          >
            Remove
          </button>
        </span>
      ))}
      <GiveCredential key={target} target={target} credentials={credentials} onFailure={edit.fail} />
      <span class="edit-muted">
        Kept in memory until the browser closes, never saved to disk. Only sent if “Use those of {chosen.name}
        ” is selected.
      </span>
    </fieldset>
  );
}

interface GiveCredentialProps {
  target: string;
  credentials: TargetCredentialsView;
  onFailure(error: unknown): void;
}

function GiveCredential({target, credentials, onFailure}: GiveCredentialProps) {
  const name = useSignal('');
  const value = useSignal('');
  const isComplete = name.value.trim() !== '' && value.value !== '';
  const give = (event: Event) => {
    event.preventDefault();
    if (!isComplete) return;
    credentials.keep(target, name.value.trim(), value.value).catch(onFailure);
    name.value = '';
    value.value = '';
  };
  return (
    <form class="edit-choices" onSubmit={give}>
      <input
        class="edit-header-input"
        aria-label="Header of the credential"
        placeholder="X-Api-Key"
        autoComplete="off"
        value={name.value}
        onInput={({currentTarget}) => (name.value = currentTarget.value)}
      />
      <input
        class="edit-header-input"
        type="password"
        aria-label="Value of the credential"
        placeholder="Value"
        autoComplete="off"
        value={value.value}
        onInput={({currentTarget}) => (value.value = currentTarget.value)}
      />
      <button type="submit" class="button" disabled={!isComplete}>
        Keep for this session
      </button>
    </form>
  );
}
