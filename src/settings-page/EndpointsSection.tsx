import {protocolIds, wireFormats} from '../domain/protocols/wire-formats';
import type {Settings} from '../domain/settings';
import type {SettingsForm} from './create-settings-form';
import {EndpointExamples} from './EndpointExamples';
import {Field} from './Field';

type Endpoint = Settings['endpoints'][number];

/** Which requests are events, besides the vendors' own addresses. */
export function EndpointsSection({form}: {form: SettingsForm}) {
  const {endpoints} = form.values.value;
  const setEndpoints = (next: Endpoint[]) => form.change((values) => ({...values, endpoints: next}));
  const change = (at: number, part: Partial<Endpoint>) =>
    setEndpoints(endpoints.map((endpoint, index) => (index === at ? {...endpoint, ...part} : endpoint)));
  return (
    <section id="endpoints" aria-labelledby="endpoints-title">
      <h2 id="endpoints-title">Endpoints</h2>
      <p>
        POST requests to the endpoints of {knownTitles} are always captured. Add your own proxies here. Your
        endpoints are matched first.
      </p>
      {endpoints.map((endpoint, index) => (
        <fieldset key={index} class="row">
          <legend class="hidden">Endpoint {index + 1}</legend>
          <Field form={form} path={`endpoints.${index}.host`} label="Host">
            {(control) => (
              <input
                {...control}
                type="text"
                placeholder="*.example.com"
                value={endpoint.host}
                onInput={({currentTarget}) => change(index, {host: currentTarget.value.trim()})}
              />
            )}
          </Field>
          <Field form={form} path={`endpoints.${index}.path`} label="Path">
            {(control) => (
              <input
                {...control}
                type="text"
                placeholder="/collect/*"
                value={endpoint.path}
                onInput={({currentTarget}) => change(index, {path: currentTarget.value.trim()})}
              />
            )}
          </Field>
          <Field form={form} path={`endpoints.${index}.protocol`} label="Read as">
            {(control) => (
              <select
                {...control}
                value={endpoint.protocol}
                onChange={({currentTarget}) => change(index, {protocol: toProtocol(currentTarget.value)})}
              >
                {protocolIds.map((id) => (
                  <option key={id} value={id}>
                    {wireFormats[id].title}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <button
            type="button"
            aria-label={`Remove endpoint ${index + 1}`}
            onClick={() => setEndpoints(endpoints.filter((_, other) => other !== index))}
          >
            Remove
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        onClick={() => setEndpoints([...endpoints, {host: '', path: '/', protocol: firstProtocol}])}
      >
        Add an endpoint
      </button>
      <EndpointExamples endpoints={endpoints} />
    </section>
  );
}

const [firstProtocol] = protocolIds;

const knownTitles = new Intl.ListFormat('en').format(protocolIds.map((id) => wireFormats[id].title));

function toProtocol(value: string): Endpoint['protocol'] {
  return protocolIds.find((id) => id === value) ?? firstProtocol;
}
