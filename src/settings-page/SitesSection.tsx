import {useSignal} from '@preact/signals';
import {parseUrl} from '../domain/parse-url';
import type {SettingsForm} from './create-settings-form';

/** The sites on which the page hook runs. */
export function SitesSection({form}: {form: SettingsForm}) {
  const {hookedOrigins} = form.values.value.capture;
  const setOrigins = (origins: string[]) =>
    form.change((values) => ({...values, capture: {...values.capture, hookedOrigins: origins}}));
  return (
    <section id="sites" aria-labelledby="sites-title">
      <h2 id="sites-title">Page hook</h2>
      <p>
        The page hook is a small script in the page. It captures bodies that the browser does not show, such
        as Blobs sent while a page unloads. It only runs on the sites listed here, and what it captures is
        marked as reported by the page.
      </p>
      {hookedOrigins.length > 0 && (
        <ul class="rows" aria-label="Sites with the page hook">
          {hookedOrigins.map((origin) => (
            <li key={origin}>
              <code>{origin}</code>
              <button
                type="button"
                aria-label={`Turn off on ${origin}`}
                onClick={() => setOrigins(hookedOrigins.filter((other) => other !== origin))}
              >
                Turn off
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddSite onAdd={(origin) => setOrigins([...new Set([...hookedOrigins, origin])])} />
    </section>
  );
}

function AddSite({onAdd}: {onAdd(origin: string): void}) {
  const text = useSignal('');
  const fault = useSignal<string | null>(null);
  const add = (event: Event) => {
    event.preventDefault();
    const origin = toOrigin(text.value);
    fault.value = origin === null ? 'Enter a site like https://app.example.com.' : null;
    if (origin === null) return;
    onAdd(origin);
    text.value = '';
  };
  return (
    <form class="add" onSubmit={add}>
      <label for="add-site">Site</label>
      <input
        id="add-site"
        type="text"
        inputMode="url"
        placeholder="https://app.example.com"
        value={text.value}
        aria-invalid={fault.value !== null}
        aria-describedby={fault.value === null ? undefined : 'add-site-fault'}
        onInput={({currentTarget}) => (text.value = currentTarget.value)}
      />
      <button type="submit">Turn on</button>
      {fault.value && (
        <p id="add-site-fault" class="fault" role="alert">
          {fault.value}
        </p>
      )}
    </form>
  );
}

function toOrigin(text: string): string | null {
  const parsed = parseUrl(text);
  if (parsed === null) return null;
  const {origin, protocol} = parsed;
  return protocol === 'http:' || protocol === 'https:' ? origin : null;
}
