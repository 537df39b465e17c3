import {useMemo, useRef} from 'preact/hooks';
import {escapeHidden} from '../../domain/bytes/hidden-characters';
import {readTextFile} from '../../domain/decode/read-text-file';
import type {SettingChange} from '../../domain/settings-file/list-setting-changes';
import {type PlanInFile, toPlanInFile} from '../../domain/settings-file/plan-in-file';
import type {SettingsFileFault} from '../../domain/settings-file/read-settings-file';
import type {SettingsForm} from '../create-settings-form';
import type {PlansForm} from '../plans/create-plans-form';
import {toShown} from '../to-shown';
import {createTransfer, MAX_SETTINGS_FILE, type Transfer} from './create-transfer';

/** All settings at once: export to a file, import from one, or reset to the defaults. */
export function TransferSection({form, plans}: {form: SettingsForm; plans: PlansForm}) {
  const transfer = useMemo(() => createTransfer(form, plans), [form, plans]);
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File) => {
    // One character more than allowed is sufficient to see that it is too large.
    transfer.read({name: file.name, text: await readTextFile(file.slice(0, 4 * MAX_SETTINGS_FILE + 4))});
  };
  return (
    <section id="transfer" aria-labelledby="transfer-title">
      <h2 id="transfer-title">Export, import, reset</h2>
      <p class="hint">
        The file contains your settings and tracking plans, but no credentials. The command line reads it as
        track-inspector.config.json.
      </p>
      <div class="transfer-actions">
        <button type="button" onClick={() => transfer.save(plans.plans.peek().map(toPlanInFile), download)}>
          Export settings
        </button>
        <button type="button" onClick={() => input.current?.click()}>
          Import settings…
        </button>
        <button type="button" onClick={transfer.planReset}>
          Reset all settings…
        </button>
        <input
          type="file"
          class="transfer-file"
          ref={input}
          accept=".json,application/json"
          aria-label="Settings file"
          tabIndex={-1}
          onChange={({currentTarget}) => {
            const [file] = currentTarget.files ?? [];
            currentTarget.value = '';
            if (file) read(file).catch(form.fail);
          }}
        />
      </div>
      <State transfer={transfer} />
    </section>
  );
}

function State({transfer}: {transfer: Transfer}) {
  const now = transfer.state.value;
  switch (now.kind) {
    case 'none':
      return null;
    case 'done':
      return <p role="status">{escapeHidden(now.text)}</p>;
    case 'refused':
      return <p role="alert">{now.text}</p>;
    case 'faulty':
      return <Faults file={now.file} faults={now.faults} />;
    case 'preview':
      return <Preview transfer={transfer} file={now.file} changes={now.changes} plans={now.plans} />;
  }
}

function Faults({file, faults}: {file: string; faults: readonly SettingsFileFault[]}) {
  return (
    <div role="alert">
      <p>
        <strong>{escapeHidden(file)} was not imported.</strong>
      </p>
      <ul class="transfer-list">
        {faults.slice(0, MAX_SHOWN).map(({line, column, setting, text}) => (
          <li key={`${line}:${column} ${setting}`}>
            Line {line}, column {column}
            {setting !== '' && (
              <>
                , <code>{toShown(setting)}</code>
              </>
            )}
            : {text}
          </li>
        ))}
      </ul>
      {faults.length > MAX_SHOWN && <p>And {faults.length - MAX_SHOWN} more.</p>}
    </div>
  );
}

interface PreviewProps {
  transfer: Transfer;
  file: string | null;
  changes: readonly SettingChange[];
  plans: readonly PlanInFile[];
}

function Preview({transfer, file, changes, plans}: PreviewProps) {
  const what = file === null ? 'A reset' : escapeHidden(file);
  if (changes.length === 0 && plans.length === 0)
    return <p role="status">{what} does not change anything.</p>;
  return (
    <div class="transfer-preview">
      <p role="status">
        {what} changes {toCount(changes.length)}
      </p>
      {plans.length > 0 && (
        <p>
          Tracking plans, which replace saved ones with the same title:{' '}
          {plans.map(({title}) => toShown(title)).join(', ')}
        </p>
      )}
      <table hidden={changes.length === 0}>
        <thead>
          <tr>
            <th scope="col">Setting</th>
            <th scope="col">Current</th>
            <th scope="col">New</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, MAX_SHOWN).map(({setting, before, after}) => (
            <tr key={setting}>
              <th scope="row">{toShown(setting)}</th>
              <td>{before === null ? 'not set' : <code>{toShown(before)}</code>}</td>
              <td>{after === null ? 'not set' : <code>{toShown(after)}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > MAX_SHOWN && <p>And {changes.length - MAX_SHOWN} more.</p>}
      <div class="transfer-actions">
        <button type="button" onClick={() => void transfer.accept()}>
          {file === null ? 'Reset all settings' : 'Import these settings'}
        </button>
        <button type="button" onClick={transfer.cancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}

function toCount(changes: number): string {
  if (changes === 0) return 'no setting.';
  return changes === 1 ? '1 setting:' : `${changes} settings:`;
}

const MAX_SHOWN = 100;
function download({name, text}: {name: string; text: string}): void {
  const url = URL.createObjectURL(new Blob([text], {type: 'application/json'}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Browsers read the blob after the click; a minute is enough.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
