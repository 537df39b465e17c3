import {protocolIds, wireFormats} from '../domain/protocols/wire-formats';
import type {Settings} from '../domain/settings';
import type {SettingsForm} from './create-settings-form';
import {EndpointExamples} from './EndpointExamples';
import {EndpointRow} from './EndpointRow';

type Endpoint = Settings['endpoints'][number];

/** Which requests contain events, besides the vendors' own addresses. */
export function EndpointsSection({form}: {form: SettingsForm}) {
  const {endpoints} = form.values.value;
  const setEndpoints = (toNext: (now: readonly Endpoint[]) => Endpoint[]) =>
    form.change((values) => ({...values, endpoints: toNext(values.endpoints)}));
  const change = (at: number, part: Partial<Endpoint>) =>
    setEndpoints((now) => now.map((endpoint, index) => (index === at ? {...endpoint, ...part} : endpoint)));
  return (
    <section id="endpoints" aria-labelledby="endpoints-title">
      <h2 id="endpoints-title">Endpoints</h2>
      <p>
        POST requests to the endpoints of {knownTitles} are captured. Add your own proxies here. Your
        endpoints are matched first.
      </p>
      {endpoints.map((endpoint, index) => (
        <EndpointRow
          key={index}
          form={form}
          index={index}
          endpoint={endpoint}
          onChange={(part) => change(index, part)}
          onRemove={() => setEndpoints((now) => now.filter((_, other) => other !== index))}
        />
      ))}
      <button
        type="button"
        onClick={() => setEndpoints((now) => [...now, {host: '', path: '/', protocol: firstProtocol}])}
      >
        Add an endpoint
      </button>
      <EndpointExamples endpoints={endpoints} />
    </section>
  );
}

const [firstProtocol] = protocolIds;

const knownTitles = new Intl.ListFormat('en').format(protocolIds.map((id) => wireFormats[id].title));
