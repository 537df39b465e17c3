import {useSignal} from '@preact/signals';
import {toUrlHost, toUrlPath} from '../domain/protocols/to-url-part';
import {protocolIds, wireFormats} from '../domain/protocols/wire-formats';
import type {Settings} from '../domain/settings';
import type {SettingsForm} from './create-settings-form';
import {Field} from './Field';
import {takeApartAddress} from './take-apart-address';

type Endpoint = Settings['endpoints'][number];

interface EndpointRowProps {
  form: SettingsForm;
  index: number;
  endpoint: Endpoint;
  onChange(part: Partial<Endpoint>): void;
  onRemove(): void;
}

/** One endpoint of the user. */
export function EndpointRow({form, index, endpoint, onChange, onRemove}: EndpointRowProps) {
  const path = `endpoints.${index}`;
  return (
    <fieldset class="row">
      <legend class="hidden">Endpoint {index + 1}</legend>
      <HostField form={form} path={`${path}.host`} host={endpoint.host} onChange={onChange} />
      <Field form={form} path={`${path}.path`} label="Path">
        {(control) => (
          <input
            {...control}
            type="text"
            placeholder="/collect/*"
            value={endpoint.path}
            onInput={({currentTarget}) => onChange({path: currentTarget.value.trim()})}
            onChange={({currentTarget}) => onChange({path: toUrlPath(currentTarget.value.trim())})}
          />
        )}
      </Field>
      <Field form={form} path={`${path}.protocol`} label="Read as">
        {(control) => (
          <select
            {...control}
            value={endpoint.protocol}
            onChange={({currentTarget}) => onChange({protocol: toProtocol(currentTarget.value)})}
          >
            {protocolIds.map((id) => (
              <option key={id} value={id}>
                {wireFormats[id].title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button type="button" aria-label={`Remove endpoint ${index + 1}`} onClick={onRemove}>
        Remove
      </button>
    </fieldset>
  );
}

interface HostFieldProps extends Pick<EndpointRowProps, 'form' | 'onChange'> {
  path: string;
  host: string;
}

/** A complete address in the host field is split. */
function HostField({form, path, host, onChange}: HostFieldProps) {
  const taken = useSignal(false);
  const setHost = (text: string, isWhole: boolean) => {
    const parts = isWhole ? takeApartAddress(text) : null;
    taken.value = parts !== null || (taken.peek() && text === host);
    if (parts === null) return onChange({host: text});
    // An address without a path does not change the entered path.
    onChange(parts.path === '/' ? {host: parts.host} : parts);
  };
  return (
    <Field form={form} path={path} label="Host">
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            placeholder="*.example.com"
            value={host}
            onInput={({currentTarget, inputType}) =>
              setHost(currentTarget.value.trim(), inputType === 'insertFromPaste')
            }
            // The address that the user is typing is only complete now.
            onChange={({currentTarget}) => setHost(toUrlHost(currentTarget.value.trim()), true)}
          />
          {taken.value && (
            <p class="hint" role="status">
              Host and path are taken from the address that you entered.
            </p>
          )}
        </>
      )}
    </Field>
  );
}

function toProtocol(value: string): Endpoint['protocol'] {
  return protocolIds.find((id) => id === value) ?? protocolIds[0];
}
