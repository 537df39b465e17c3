import type {DraftSelection} from '../../../store/draft/draft-choices';
import {maskUrl} from '../../format/format-url';
import {shorten} from '../../format/shorten';
import type {EditController} from '../controller/create-edit-controller';
import {AccessOffer} from './AccessOffer';
import {AddressFields} from './AddressFields';
import {TargetChoice} from './TargetChoice';
import {WayChoice} from './WayChoice';

/** The target, the way of sending, and the button that sends. */
export function SendBar({edit}: {edit: EditController}) {
  const {session, drafts} = edit;
  const plan = session.plan.value;
  const {target, way, address} = session.choices.value;
  const {targets} = drafts.settings.value.value.replay;
  const {original} = session.current.value.draft;
  // The reason why there is no original is already shown above the text.
  const isTold = !plan.ok && original.state !== 'exact' && plan.reason === original.reason;
  const refusal = edit.refusal.value ?? (plan.ok || isTold ? null : plan.reason);
  return (
    <div class="edit-send">
      {refusal !== null && (
        <p class="edit-refusal" role="alert">
          {shorten(refusal, 1000)}
        </p>
      )}
      {plan.ok && <WayHints hints={plan.ways[way]} />}
      {plan.ok && way === 'extension' && (
        <AccessOffer access={drafts.access} url={plan.record.url} onFailure={edit.fail} />
      )}
      <div class="edit-send-row">
        {address ? (
          <AddressFields edit={edit} address={address} />
        ) : (
          <span class="edit-address" title={plan.ok ? maskUrl(shorten(plan.record.url, 2_000)) : ''}>
            {plan.ok ? `${plan.record.method} ${maskUrl(shorten(plan.record.url, 2_000))}` : ''}
          </span>
        )}
        <SelectionChoice edit={edit} />
        <TargetChoice
          targets={targets}
          chosen={target}
          onChoose={(chosen) => session.choose({target: chosen})}
        />
        <WayChoice chosen={way} onChoose={(chosen) => session.choose({way: chosen})} />
        <SendButton edit={edit} />
      </div>
    </div>
  );
}

/** Why this way of sending may fail, or differ from the original. */
function WayHints({hints}: {hints: readonly string[]}) {
  if (hints.length === 0) return null;
  return (
    <ul class="edit-hints" aria-label="Possible problems with this way of sending">
      {hints.map((hint) => (
        <li key={hint}>{hint}</li>
      ))}
    </ul>
  );
}

const selections: readonly {selection: DraftSelection; name: string}[] = [
  {selection: 'all', name: 'All events'},
  {selection: 'faulty', name: 'Only events with errors'},
  {selection: 'corrected', name: 'Only changed events'},
  {selection: 'shown', name: 'Only the shown event'},
];

/** Which events of a batch are sent. */
function SelectionChoice({edit: {session}}: {edit: EditController}) {
  if (session.checked.value.inspection.events.length < 2) return null;
  return (
    <select
      class="edit-select"
      aria-label="Events to send"
      value={session.choices.value.selection}
      onChange={({currentTarget: {value}}) => {
        const chosen = selections.find(({selection}) => selection === value);
        if (chosen) session.choose({selection: chosen.selection});
      }}
    >
      {selections.map(({selection, name}) => (
        <option
          key={selection}
          value={selection}
          disabled={selection === 'shown' && session.event.value === null}
        >
          {name}
        </option>
      ))}
    </select>
  );
}

/**
 * Send and Cancel take the place of each other, so the second click of a double click on one must not press the other,
 * nor send again what was answered at once. A third click, or a key, is meant.
 */
export function SendButton({edit}: {edit: EditController}) {
  const sent = edit.session.sent.value.at(-1);
  if (edit.sending.value && sent !== undefined) {
    return (
      <button type="button" class="button" onClick={({detail}) => detail !== 2 && edit.cancel(sent)}>
        Cancel
      </button>
    );
  }
  return (
    <button
      type="button"
      class="button primary"
      disabled={!edit.session.plan.value.ok}
      aria-keyshortcuts="Control+Enter Meta+Enter"
      onClick={({detail}) => detail !== 2 && edit.send()}
    >
      Send <kbd>{isMac() ? '⌘↵' : 'Ctrl ↵'}</kbd>
    </button>
  );
}

function isMac(): boolean {
  return navigator.userAgent.includes('Mac');
}
