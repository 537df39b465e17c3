import {useSignal} from '@preact/signals';
import {canParseUrl} from '../domain/parse-url';
import {matchEndpoint, matchesRule} from '../domain/protocols/endpoints';
import {protocolIds, wireFormats} from '../domain/protocols/wire-formats';
import type {Settings} from '../domain/settings';

/** An address of every protocol, and two that only a user's rule can match. */
const examples = [
  ...protocolIds.flatMap((id) => wireFormats[id].endpoints.slice(0, 1).map(toExample)),
  'https://t.example.com/collect/events',
  'https://dataplane.example.com/v1/track',
];

function toExample({host, path}: {host: string; path: string}): string {
  return `https://${host.replace('*', 'app.example.com')}${path}`;
}

/** How the rules apply to some addresses, updated while typing. */
export function EndpointExamples({endpoints}: {endpoints: Settings['endpoints']}) {
  const own = useSignal('');
  const urls = own.value === '' ? examples : [own.value, ...examples];
  return (
    <div class="examples">
      <label for="example-url">Try an address</label>
      <input
        id="example-url"
        type="text"
        inputMode="url"
        placeholder="https://t.example.com/collect"
        value={own.value}
        onInput={({currentTarget}) => (own.value = currentTarget.value.trim())}
      />
      <ul class="rows" aria-label="Results for these addresses" aria-live="polite">
        {urls.map((url, index) => (
          <li key={`${index} ${url}`}>
            <code>POST {url}</code>
            <Match url={url} endpoints={endpoints} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Match({url, endpoints}: {url: string; endpoints: Settings['endpoints']}) {
  if (!canParseUrl(url)) return <span class="hint">not a valid address</span>;
  const protocol = matchEndpoint({url, method: 'POST'}, {endpoints});
  if (protocol === null) return <span class="hint">not captured</span>;
  const rule = endpoints.findIndex((endpoint) => matchesRule(endpoint, new URL(url)));
  return (
    <span class="match">
      {wireFormats[protocol].title} {rule >= 0 && <span class="hint">by endpoint {rule + 1}</span>}
    </span>
  );
}
