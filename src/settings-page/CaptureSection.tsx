import type {Settings} from '../domain/settings';
import type {SettingsForm} from './create-settings-form';
import {Field} from './Field';

const MB = 1_000_000;

/** The limits for each tab. */
export function CaptureSection({form}: {form: SettingsForm}) {
  const {maxRequests, maxBytes} = form.values.value.capture;
  const change = (part: Partial<Settings['capture']>) =>
    form.change((values) => ({...values, capture: {...values.capture, ...part}}));
  return (
    <section id="capture" aria-labelledby="capture-title">
      <h2 id="capture-title">Capture</h2>
      <p>
        Each tab keeps requests up to these limits. Above them, the oldest requests that are not pinned are
        dropped. All tabs together keep at most four times as much.
      </p>
      <div class="fields">
        <Field form={form} path="capture.maxRequests" label="Requests kept">
          {(control) => (
            <input
              {...control}
              type="number"
              min={10}
              step={1}
              value={toShown(maxRequests)}
              onChange={({currentTarget}) => change({maxRequests: currentTarget.valueAsNumber})}
            />
          )}
        </Field>
        <Field form={form} path="capture.maxBytes" label="Megabytes kept">
          {(control) => (
            <input
              {...control}
              type="number"
              min={1}
              step={1}
              value={toShown(maxBytes / MB)}
              onChange={({currentTarget}) => change({maxBytes: Math.round(currentTarget.valueAsNumber * MB)})}
            />
          )}
        </Field>
      </div>
    </section>
  );
}

/** An empty number field has no value. */
function toShown(value: number): number | string {
  return Number.isNaN(value) ? '' : value;
}
