import type {CapturedHeader, CapturedHeaders} from '../../../../domain/capture/captured-request';
import {shorten} from '../../format/shorten';
import {EyeIcon, EyeOffIcon} from '../../icons';
import {useStore} from '../../store-context';

const MAX_VALUE = 4000;

interface HeadersTableProps {
  title: string;
  headers: CapturedHeaders;
  /** They are from a file. */
  imported: boolean;
}

/** Headers as captured; secrets stay masked until the user asks for one. */
export function HeadersTable({title, headers, imported}: HeadersTableProps) {
  return (
    <section class="section" aria-label={title}>
      <h3>{title}</h3>
      {headers.state === 'unknown' ? (
        <p class="quiet">Headers were not captured, so they were not checked.</p>
      ) : (
        <table class="facts">
          <tbody>
            {headers.list.map((header, index) => (
              <tr key={index}>
                <th scope="row">{shorten(header.name, 200)}</th>
                <td class="mono">
                  <HeaderValue header={header} imported={imported} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {headers.state === 'redacted' && (
        <p class="quiet">
          {imported
            ? 'Imported: headers may be missing, and the values of credentials are not included.'
            : 'The browser did not show the values of some headers.'}
        </p>
      )}
    </section>
  );
}

function HeaderValue({header, imported}: {header: CapturedHeader; imported: boolean}) {
  const {secrets, notices} = useStore();
  const {name, value, secret} = header;
  if (secret === undefined) {
    const missing = imported ? 'not included' : 'hidden by the browser';
    return value === null ? <span class="quiet">{missing}</span> : shorten(value, MAX_VALUE);
  }
  const known = secrets.revealed.value.get(secret);
  if (known === undefined) {
    return (
      <span class="secret">
        <span aria-hidden="true">••••••••••••</span>
        <span class="hidden">masked</span>
        <button
          type="button"
          class="icon-button"
          aria-label={`Show the value of ${shorten(name, 200)}`}
          onClick={() => secrets.reveal(secret).catch(notices.fail)}
        >
          <EyeIcon />
        </button>
      </span>
    );
  }
  return (
    <span class="secret">
      {known === null ? (
        <span class="quiet">no longer available: the browser session ended</span>
      ) : (
        shorten(known, MAX_VALUE)
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={`Hide the value of ${shorten(name, 200)}`}
        onClick={() => secrets.hide(secret)}
      >
        <EyeOffIcon />
      </button>
    </span>
  );
}
