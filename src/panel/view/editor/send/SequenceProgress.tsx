import type {SequenceItem} from '../../../../domain/replay/sequence';
import {maskText} from '../../../../domain/secrets/mask-text';
import type {ReplaySequence} from '../../../store/replay/replay-sequence';
import {countOf, formatCount} from '../../format/format-count';
import {shorten} from '../../format/shorten';
import {toStatusWord} from './answer-words';

interface SequenceProgressProps {
  sequence: ReplaySequence;
  onNewPlan(): void;
  /** The request with the events that the user has selected. */
  marked?: number | undefined;
  /** The name of a replay before its result. */
  nameOf?: (id: string) => string;
}

/** In a long sequence only items that need attention are listed, up to this number. */
const LISTED = 100;

/** The progress of a sequence of replays, and the result of each. */
export function SequenceProgress({sequence, onNewPlan, marked, nameOf}: SequenceProgressProps) {
  const {items, state} = sequence.sequence.value;
  const {accepted, failed, unknown, cancelled, isOver} = sequence.progress.value;
  const listed =
    items.length <= LISTED ? items : items.filter((item) => !isUneventful(item)).slice(0, LISTED);
  return (
    <>
      <div class="edit-progress">
        <progress aria-label="Sent" max={items.length} value={accepted + failed + unknown} />
        <span role="status">
          {formatCount(accepted)} of {countOf(items.length, 'request')} accepted
          {failed > 0 && `, ${formatCount(failed)} failed`}
          {unknown > 0 && `, ${formatCount(unknown)} with unknown delivery`}
          {cancelled > 0 && `, ${formatCount(cancelled)} not sent`}
          {state === 'paused' && !isOver && ' (paused)'}
        </span>
      </div>
      <ol class="edit-parts">
        {listed.map((item) => (
          <li
            key={item.id}
            value={items.indexOf(item) + 1}
            data-tone={toTone(item)}
            {...toMark(items.indexOf(item) === marked)}
          >
            {nameOf && `${nameOf(item.id)}: `}
            {toText(item)}
          </li>
        ))}
      </ol>
      {listed.length < items.length && (
        <p class="edit-muted">
          Only requests that are being sent, failed or have unknown delivery are listed, at most {LISTED}.
        </p>
      )}
      <SequenceButtons sequence={sequence} onNewPlan={onNewPlan} />
    </>
  );
}

function SequenceButtons({sequence, onNewPlan}: Pick<SequenceProgressProps, 'sequence' | 'onNewPlan'>) {
  const {state} = sequence.sequence.value;
  const {failed, isOver} = sequence.progress.value;
  return (
    <div class="edit-choices">
      {!isOver && state === 'running' && (
        <button type="button" class="button" onClick={sequence.pause}>
          Pause
        </button>
      )}
      {!isOver && state === 'paused' && (
        <button type="button" class="button" onClick={sequence.resume}>
          Resume
        </button>
      )}
      {!isOver && (
        <button type="button" class="button" onClick={sequence.cancel}>
          Cancel
        </button>
      )}
      {isOver && failed > 0 && (
        <button type="button" class="button primary" onClick={sequence.sendFailedAgain}>
          Retry failed
        </button>
      )}
      {isOver && (
        <button type="button" class="button" onClick={onNewPlan}>
          Back to options
        </button>
      )}
    </div>
  );
}

/** A line that is scrolled into view when it appears, and marked for a moment. */
export function toMark(isMarked: boolean) {
  if (!isMarked) return {};
  return {
    'aria-current': true,
    ref: (line: HTMLElement | null) => {
      if (line === null || line.dataset.shown !== undefined) return;
      line.dataset.shown = '';
      line.scrollIntoView({block: 'nearest'});
    },
  };
}

function toText({state}: SequenceItem): string {
  switch (state) {
    case 'waiting':
      return 'waiting';
    case 'sending':
      return 'sending…';
    case 'cancelled':
      return 'not sent';
    default:
      return toResultText(state);
  }
}

function toResultText(state: Exclude<SequenceItem['state'], string>): string {
  switch (state.kind) {
    case 'accepted':
      return `${state.status}, accepted`;
    case 'refused':
      return `${toStatusWord(state.status)}, rejected`;
    case 'failed':
      return `no response: ${toShown(state.error)}`;
    case 'unknown':
      return `delivery unknown: ${toShown(state.reason)}`;
  }
}

/** A page that sends a replay can give any text as the reason. */
function toShown(reason: string): string {
  return shorten(maskText(reason), 300);
}

function isUneventful({state}: SequenceItem): boolean {
  return typeof state === 'string' ? state !== 'sending' : state.kind === 'accepted';
}

function toTone({state}: SequenceItem): string {
  if (typeof state === 'string') return 'info';
  return {accepted: 'ok', refused: 'error', failed: 'error', unknown: 'warning'}[state.kind];
}
