import type {Settings} from '../domain/settings';
import type {SettingsForm} from './create-settings-form';
import {EndpointExamples} from './EndpointExamples';
import {Field} from './Field';
import {protocolNames} from './protocol-names';

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
        POST to <code>/api/track</code> on any host and the vendor hosts of Segment and journy.io are known.
        Add your own proxies here; they come first.
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
                {Object.entries(protocolNames).map(([id, name]) => (
                  <option key={id} value={id}>
                    {name}
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
        onClick={() => setEndpoints([...endpoints, {host: '', path: '/', protocol: 'thrivestack-track'}])}
      >
        Add an endpoint
      </button>
      <EndpointExamples endpoints={endpoints} />
    </section>
  );
}

function toProtocol(value: string): Endpoint['protocol'] {
  return value === 'segment' || value === 'journy' ? value : 'thrivestack-track';
}
