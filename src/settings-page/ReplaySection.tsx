import {timeoutLimits} from '../domain/replay/timeout';
import type {Settings} from '../domain/settings';
import type {SettingsForm} from './create-settings-form';
import {Field} from './Field';
import {TargetRow} from './TargetRow';

type Replay = Settings['replay'];

/** Targets of replays, and their timeout. */
export function ReplaySection({form}: {form: SettingsForm}) {
  const {timeoutSeconds, followRedirects, targets} = form.values.value.replay;
  // Two changes may happen before the form is rendered again: each starts with the result of the previous one.
  const change = (toPart: (now: Replay) => Partial<Replay>) =>
    form.change(({replay, ...values}) => ({...values, replay: {...replay, ...toPart(replay)}}));
  const changeTargets = (toNext: (now: Replay['targets']) => Replay['targets']) =>
    change((now) => ({targets: toNext(now.targets)}));
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
              onChange={({currentTarget}) => change(() => ({timeoutSeconds: currentTarget.valueAsNumber}))}
            />
          )}
        </Field>
        <label class="check">
          <input
            type="checkbox"
            checked={followRedirects}
            onChange={({currentTarget}) => change(() => ({followRedirects: currentTarget.checked}))}
          />
          Follow redirects
        </label>
      </div>
      <h3>Targets</h3>
      <p>
        You can send replays to another environment. Path and body stay the same. Credentials are only sent if
        you choose to. You are asked before the first replay of a session to a production target. If you enter
        a test header, it is added to each request. If you enter a test property, it is added to each event,
        and the editor shows it before you send.
      </p>
      {targets.map((target, index) => (
        <TargetRow
          key={index}
          form={form}
          index={index}
          target={target}
          onChange={(part) =>
            changeTargets((now) => now.map((old, at) => (at === index ? {...old, ...part} : old)))
          }
          onRemove={() => changeTargets((now) => now.filter((_, at) => at !== index))}
        />
      ))}
      <button
        type="button"
        onClick={() => changeTargets((now) => [...now, {name: '', baseUrl: '', production: false}])}
      >
        Add a target
      </button>
    </section>
  );
}
