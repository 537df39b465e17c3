import {useMemo, useState} from 'preact/hooks';
import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import {readBody} from '../../../../domain/decode/read-body';
import {maskFields} from '../../../../domain/secrets/mask-body';
import {formatCount} from '../../format/format-count';
import {shorten} from '../../format/shorten';
import {Visible} from '../../format/Visible';
import {Hint} from '../../frame/Hint';
import {MaskedText} from '../../frame/MaskedText';
import {ShowCredentials} from '../../frame/ShowCredentials';
import {missingBodies} from './explain-missing-body';

/** The body of a request as text, or the reason why there is none and what to do. */
export function BodyView({request}: {request: CapturedRequest}) {
  const {body, headers} = request;
  const reading = useMemo(() => readBody(body, headers), [body, headers]);
  const text = 'text' in reading ? reading.text : null;
  const unpacked = 'source' in reading && reading.source.compressions.length > 0;
  return (
    <>
      {(body.kind === 'missing' || body.kind === 'cut') && (
        <Hint
          title={body.kind === 'cut' ? 'Body incomplete' : 'Body unavailable'}
          text={`${missingBodies[body.reason].why} ${missingBodies[body.reason].remedy}`}
        />
      )}
      {body.kind === 'none' && <p class="quiet">This request has no body.</p>}
      {unpacked && <p class="quiet">Sent compressed, shown decompressed.</p>}
      {text !== null && <MaskedText label="Body as sent" text={text} />}
      {reading.kind === 'form' && text === null && <FormFields fields={reading.fields} />}
      {reading.kind === 'nothing' && body.kind === 'bytes' && (
        <p class="quiet">
          {body.bytes.length === 0 ? 'The body is empty.' : 'The body is not text and cannot be shown.'}
        </p>
      )}
    </>
  );
}

/** Each is a row, and a page can send a hundred thousand. */
const STEP = 200;

function FormFields({fields}: {fields: Record<string, string[]>}) {
  const [shown, setShown] = useState(false);
  const [limit, setLimit] = useState(STEP);
  const masked = useMemo(() => maskFields(fields), [fields]);
  const hasSecrets = Object.keys(fields).some((name) => String(fields[name]) !== String(masked[name]));
  const rows = Object.entries(shown ? fields : masked).flatMap(([name, values]) =>
    values.map((value) => ({name, value})),
  );
  const left = rows.length - limit;
  return (
    <>
      {hasSecrets && <ShowCredentials shown={shown} onChange={setShown} />}
      <table class="facts">
        <tbody>
          {rows.slice(0, limit).map(({name, value}, index) => (
            <tr key={index}>
              <th scope="row">{shorten(name, 200)}</th>
              <td class="mono">
                <Visible text={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <button type="button" class="button" onClick={() => setLimit(limit + STEP)}>
          Show more ({formatCount(left)} left)
        </button>
      )}
    </>
  );
}
