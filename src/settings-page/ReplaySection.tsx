import {timeoutLimits} from '../domain/replay/replay-settings';
import type {Settings} from '../domain/settings';
import type {SettingsForm} from './create-settings-form';
import {Field} from './Field';

type Target = Settings['replay']['targets'][number];

/** Where replays can go, and how long they wait. */
export function ReplaySection({form}: {form: SettingsForm}) {
  const {timeoutSeconds, followRedirects, targets} = form.values.value.replay;
  const change = (part: Partial<Settings['replay']>) =>
    form.change((values) => ({...values, replay: {...values.replay, ...part}}));
  const changeTarget = (at: number, part: Partial<Target>) =>
    change({targets: targets.map((target, index) => (index === at ? {...target, ...part} : target))});
  return (
    <section id="replay" aria-labelledby="replay-title">
      <h2 id="replay-title">Replay</h2>
      <div class="fields">
        <Field form={form} path="replay.timeoutSeconds" label="Timeout (seconds)">
          {(control) => (
            <input
              {...control}
              type="number"
              {...timeoutLimits}
              value={Number.isNaN(timeoutSeconds) ? '' : timeoutSeconds}
              onChange={({currentTarget}) => change({timeoutSeconds: currentTarget.valueAsNumber})}
            />
          )}
        </Field>
        <label class="check">
          <input
            type="checkbox"
            checked={followRedirects}
            onChange={({currentTarget}) => change({followRedirects: currentTarget.checked})}
          />
          Follow redirects
        </label>
      </div>
      <h3>Targets</h3>
      <p>
        You can send replays to another environment. Path and body stay the same. Credentials are only sent if
        you choose so. You are asked before the first replay of a session to a production target. A test
        header is added to each request. A test property is added to each event; the editor shows it before
        you send.
      </p>
      {targets.map((target, index) => (
        <fieldset key={index} class="row">
          <legend class="hidden">Target {index + 1}</legend>
          <Field form={form} path={`replay.targets.${index}.name`} label="Name">
            {(control) => (
              <input
                {...control}
                type="text"
                placeholder="Staging"
                value={target.name}
                onInput={({currentTarget}) => changeTarget(index, {name: currentTarget.value})}
              />
            )}
          </Field>
          <Field form={form} path={`replay.targets.${index}.baseUrl`} label="Base URL">
            {(control) => (
              <input
                {...control}
                type="text"
                inputMode="url"
                placeholder="https://staging.example.com"
                value={target.baseUrl}
                onInput={({currentTarget}) => changeTarget(index, {baseUrl: currentTarget.value.trim()})}
              />
            )}
          </Field>
          <Field form={form} path={`replay.targets.${index}.testHeader`} label="Test header (optional)">
            {(control) => (
              <input
                {...control}
                type="text"
                placeholder="X-Test: 1"
                value={target.testHeader ?? ''}
                onInput={({currentTarget}) => changeTarget(index, {testHeader: currentTarget.value})}
              />
            )}
          </Field>
          <Field form={form} path={`replay.targets.${index}.testProperty`} label="Test property (optional)">
            {(control) => (
              <input
                {...control}
                type="text"
                placeholder="is_test: true"
                value={target.testProperty ?? ''}
                onInput={({currentTarget}) => changeTarget(index, {testProperty: currentTarget.value})}
              />
            )}
          </Field>
          <label class="check">
            <input
              type="checkbox"
              checked={target.production}
              onChange={({currentTarget}) => changeTarget(index, {production: currentTarget.checked})}
            />
            Production
          </label>
          <button
            type="button"
            aria-label={`Remove target ${index + 1}`}
            onClick={() => change({targets: targets.filter((_, other) => other !== index)})}
          >
            Remove
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        onClick={() => change({targets: [...targets, {name: '', baseUrl: '', production: false}]})}
      >
        Add a target
      </button>
    </section>
  );
}
