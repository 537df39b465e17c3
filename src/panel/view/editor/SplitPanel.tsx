import {useComputed, useSignal} from '@preact/signals';
import {useMemo, useRef} from 'preact/hooks';
import type {BatchPart, BatchSplit} from '../../../domain/edit/batch/split-batch';
import type {SequencePace} from '../../../domain/replay/sequence';
import {formatBytes} from '../format/format-bytes';
import {countOf, formatCount} from '../format/format-count';
import {useLayer} from '../keyboard/KeyboardScope';
import type {EditController} from './controller/create-edit-controller';
import {PaceChoice} from './send/PaceChoice';
import {SequenceProgress, toMark} from './send/SequenceProgress';
import {useKeptFocus} from './use-kept-focus';

/** Splits an oversized batch into several valid ones: first the plan, then the progress of sending. */
export function SplitPanel({edit}: {edit: EditController}) {
  const panel = useRef<HTMLDivElement>(null);
  const sequence = edit.drafts.split.sequenceOf(edit.session).value;
  // Read so that the focus is corrected whenever a button is added or removed.
  void sequence?.progress.value;
  useKeptFocus(panel, '.edit-choices .button');
  const here = useMemo(() => findHere(edit), [edit]);
  const close = () => {
    edit.splitting.value = false;
    edit.document.focus();
  };
  useLayer('dialog', close);
  return (
    <div class="edit-fixes" role="dialog" aria-label="Split the batch" tabIndex={-1} ref={panel}>
      <div class="edit-fixes-head">
        <strong>Split the batch</strong>
        <span class="edit-gap" />
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      </div>
      {sequence ? (
        <SequenceProgress
          sequence={sequence}
          marked={here?.part}
          onNewPlan={() => edit.drafts.split.forget(edit.session)}
        />
      ) : (
        <Plan edit={edit} here={here} />
      )}
    </div>
  );
}

/** The selected event, or the one at the cursor, and the part that contains it. */
interface Here {
  event: number;
  part: number;
}

function findHere(edit: EditController): Here | null {
  const event = edit.eventHere();
  const split = edit.drafts.split.plan(edit.session);
  if (event === null || !split.ok) return null;
  const part = split.parts.findIndex(({first, count}) => first <= event && event < first + count);
  return part < 0 ? null : {event, part};
}

function Plan({edit, here}: {edit: EditController; here: Here | null}) {
  const split = useComputed((): BatchSplit => edit.drafts.split.plan(edit.session));
  const pace = useSignal<SequencePace>({concurrency: 1, intervalMs: 0});
  if (!split.value.ok) return <p class="edit-refusal">{split.value.reason}</p>;
  const {parts, tooLarge} = split.value;
  return (
    <>
      <p class="edit-muted">
        The batch is split into as few requests as the limits allow. Events keep their order and are not
        changed.
      </p>
      <ol class="edit-parts">
        {parts.map((part, index) => (
          <li key={part.first} {...toMark(index === here?.part)}>
            {toPartText(part)}
            {index === here?.part && ` · with the selected event ${formatCount(here.event + 1)}`}
          </li>
        ))}
      </ol>
      {tooLarge.map(({index, bytes}) => (
        <p key={index} class="edit-refusal">
          Event {formatCount(index + 1)} is too large for a request ({formatBytes(bytes)}) and is not sent.
        </p>
      ))}
      <div class="edit-choices">
        <PaceChoice pace={pace} />
        <span class="edit-gap" />
        <button
          type="button"
          class="button primary"
          disabled={parts.length === 0}
          onClick={() => edit.startSplit(pace.peek())}
        >
          Send {countOf(parts.length, 'request')}
        </button>
      </div>
    </>
  );
}

function toPartText({first, count, bytes}: BatchPart): string {
  const range =
    count === 1
      ? `Event ${formatCount(first + 1)}`
      : `Events ${formatCount(first + 1)} to ${formatCount(first + count)}`;
  return `${range} · ${formatBytes(bytes)}`;
}
