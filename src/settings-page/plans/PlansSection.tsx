import {useSignal} from '@preact/signals';
import {escapeHidden} from '../../domain/bytes/hidden-characters';
import {type ProtocolId, protocolIds, wireFormats} from '../../domain/protocols/wire-formats';
import type {StoredPlan} from '../../storage/plan-store';
import {toShown} from '../to-shown';
import type {PlansForm} from './create-plans-form';
import {PlanPreview} from './PlanPreview';
import {readFiles} from './read-files';
import {splitHosts} from './split-hosts';

/** The user's tracking plans: import with a preview, switch on and off, and select the hosts that each is for. */
export function PlansSection({form}: {form: PlansForm}) {
  const plans = form.plans.value;
  const preview = form.preview.value;
  return (
    <section id="plans" aria-labelledby="plans-title">
      <h2 id="plans-title">Tracking plans</h2>
      <p>
        Events are checked against the plans that are turned on. Plans stay in this browser: nothing is sent
        or fetched.
      </p>
      {plans.length > 0 && (
        <ul class="rows" aria-label="Tracking plans">
          {plans.map((plan) => (
            <PlanRow key={plan.id} form={form} plan={plan} />
          ))}
        </ul>
      )}
      {preview ? <PlanPreview form={form} preview={preview} /> : <ImportPlan form={form} />}
      {form.fault.value && (
        <p class="fault" role="alert">
          {escapeHidden(form.fault.value)}
        </p>
      )}
    </section>
  );
}

function PlanRow({form, plan}: {form: PlansForm; plan: StoredPlan}) {
  const hosts = plan.hosts.join(', ');
  return (
    <li class="plan-row">
      <label>
        <input
          type="checkbox"
          checked={plan.isOn}
          onChange={({currentTarget: {checked}}) =>
            void form.change(plan.id, (now) => ({...now, isOn: checked}))
          }
        />
        {toShown(plan.title)}
      </label>
      <label>
        Only for hosts
        <input
          type="text"
          placeholder="all hosts"
          value={hosts}
          onChange={({currentTarget: {value}}) =>
            void form.change(plan.id, (now) => ({...now, hosts: splitHosts(value)}))
          }
        />
      </label>
      <ProtocolChoice form={form} plan={plan} />
      <button
        type="button"
        aria-label={`Remove ${toShown(plan.title)}`}
        onClick={() => void form.remove(plan.id)}
      >
        Remove
      </button>
    </li>
  );
}

/** If no box is ticked, the plan is for all protocols. */
function ProtocolChoice({form, plan}: {form: PlansForm; plan: StoredPlan}) {
  const chosen = protocolIds.filter((id) => plan.protocols.includes(id));
  const choose = (id: ProtocolId, isIn: boolean) =>
    form.change(plan.id, (now) => ({
      ...now,
      protocols: isIn ? [...now.protocols, id] : now.protocols.filter((other) => other !== id),
    }));
  return (
    <details class="plan-protocols">
      <summary>
        {chosen.length === 0 ? 'All APIs' : chosen.map((id) => wireFormats[id].title).join(', ')}
      </summary>
      <fieldset>
        <legend>Only for these APIs</legend>
        {protocolIds.map((id) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={plan.protocols.includes(id)}
              onChange={({currentTarget: {checked}}) => void choose(id, checked)}
            />
            {wireFormats[id].title}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

function ImportPlan({form}: {form: PlansForm}) {
  const text = form.pasted;
  const isOver = useSignal(false);
  const read = (files: Iterable<File>) => form.read(readFiles(files));
  return (
    <form
      class="plan-import"
      data-over={isOver.value}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        void read(event.dataTransfer?.files ?? []);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void form.readPasted();
      }}
    >
      <label for="plan-file">Choose the files of a plan or drop them here</label>
      <input
        id="plan-file"
        type="file"
        multiple
        accept=".json,.csv,.yaml,.yml,.ndjson,.jsonl,.txt"
        // A file that was corrected can be chosen again.
        onClick={({currentTarget}) => {
          currentTarget.value = '';
        }}
        onChange={({currentTarget}) => void read(currentTarget.files ?? [])}
      />
      <label for="plan-text">Or paste its text</label>
      <textarea
        id="plan-text"
        rows={4}
        spellcheck={false}
        value={text.value}
        onInput={({currentTarget}) => (text.value = currentTarget.value)}
      />
      <div class="plan-actions">
        <button type="submit" disabled={text.value.trim() === ''}>
          Preview
        </button>
        {form.isReading.value && (
          <button type="button" onClick={form.cancel}>
            Cancel reading
          </button>
        )}
      </div>
      {form.isReading.value && <p role="status">Reading the plan…</p>}
    </form>
  );
}
