import {useComputed, useSignal} from '@preact/signals';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {readPasted} from '../../../domain/edit/paste/paste';
import type {FoundCredential, PastedRequest} from '../../../domain/edit/paste/pasted-request';
import {maskUrl} from '../format/format-url';
import {shorten} from '../format/shorten';

export interface PasteFormProps {
  text: string;
  /** `rest` is the same text if it contains more requests, for the next draft. */
  onOpen(pasted: PastedRequest, chosen: readonly FoundCredential[], rest: string): void;
}

/** Takes a cURL command, a fetch call, JSON or HAR, shows what it contains, and asks which credentials to use. */
export function PasteForm({text, onOpen}: PasteFormProps) {
  const typed = useSignal(text);
  const place = useSignal(0);
  const chosen = useSignal<readonly FoundCredential[]>([]);
  const result = useComputed(() => (typed.value.trim() === '' ? null : readPasted(typed.value)));
  const requests = result.value?.ok ? result.value.requests : [];
  const pasted = requests[place.value] ?? requests[0];
  const area = useRef<HTMLTextAreaElement>(null);
  // The button that opened this has the focus until then.
  useLayoutEffect(() => area.current?.focus(), []);
  const forget = () => {
    place.value = 0;
    chosen.value = [];
  };
  return (
    <form
      class="edit edit-paste"
      aria-label="New draft from pasted text"
      onSubmit={(event) => {
        event.preventDefault();
        if (pasted) onOpen(pasted, chosen.peek(), requests.length > 1 ? typed.peek() : '');
      }}
    >
      <label for="edit-pasted">Paste a cURL command, a fetch call, JSON, or an entry of a HAR file</label>
      <textarea
        id="edit-pasted"
        class="edit-paste-text"
        spellcheck={false}
        value={typed.value}
        ref={area}
        onInput={({currentTarget: {value}}) => {
          typed.value = value;
          forget();
        }}
      />
      {result.value?.ok === false && (
        <p class="edit-refusal" role="alert">
          {result.value.reason}
        </p>
      )}
      {requests.length > 1 && (
        <RequestChoice
          requests={requests}
          place={place.value}
          onChoose={(chosen) => {
            forget();
            place.value = chosen;
          }}
        />
      )}
      {pasted && <Findings pasted={pasted} chosen={chosen.value} onChoose={(now) => (chosen.value = now)} />}
      <div class="edit-choices">
        <button type="submit" class="button primary" disabled={!pasted}>
          Open as draft
        </button>
      </div>
    </form>
  );
}

interface RequestChoiceProps {
  requests: readonly PastedRequest[];
  place: number;
  onChoose(place: number): void;
}

function RequestChoice({requests, place, onChoose}: RequestChoiceProps) {
  return (
    <label>
      {requests.length} requests found. Select one to open:{' '}
      <select
        class="edit-select"
        aria-label="Request"
        value={String(place)}
        onChange={({currentTarget: {value}}) => onChoose(Number(value))}
      >
        {requests.map(({method, url}, index) => (
          <option key={`${index} ${url}`} value={String(index)}>
            {index + 1} · {shorten(`${method} ${maskUrl(url ?? '')}`, 300)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface FindingsProps {
  pasted: PastedRequest;
  chosen: readonly FoundCredential[];
  onChoose(chosen: readonly FoundCredential[]): void;
}

/** Parts that were ignored, and the credentials, which are not sent unless selected. */
function Findings({pasted: {notes, credentials}, chosen, onChoose}: FindingsProps) {
  return (
    <>
      {notes.length > 0 && (
        <ul class="edit-hints">
          {notes.map((note) => (
            <li key={note}>{shorten(note, 1000)}</li>
          ))}
        </ul>
      )}
      {credentials.length > 0 && (
        <fieldset class="edit-paste-credentials">
          <legend>Credentials found. They are only included if you select them.</legend>
          {credentials.map((credential) => (
            <label key={credential} class="edit-check">
              <input
                type="checkbox"
                checked={chosen.includes(credential)}
                onChange={({currentTarget: {checked}}) =>
                  onChoose(checked ? [...chosen, credential] : chosen.filter((one) => one !== credential))
                }
              />
              <span>
                {shorten(credential.name, 200)} ({credential.place === 'header' ? 'header' : 'in the address'}
                )
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
