import './golden.css';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {escapeHidden} from '../../../domain/bytes/hidden-characters';
import {type Difference, describeDifference} from '../../../domain/golden/difference';
import type {GoldenSession} from '../../../domain/golden/golden-session';
import {writeGolden} from '../../../domain/golden/golden-text';
import {maskSession, toMaskPointer} from '../../../domain/golden/mask-session';
import type {PanelStore} from '../../store/create-panel-store';
import {type GoldenComparison, type PlacedDifference, wordOf} from '../../store/golden/golden-comparison';
import {countOf, formatCount} from '../format/format-count';
import {shorten} from '../format/shorten';
import {download} from '../frame/download';
import {Hint} from '../frame/Hint';
import {CloseIcon} from '../icons';

/** Each is an element, and long before this number the values to mask repeat themselves. */
const MAX_SHOWN = 300;

interface GoldenPaneProps {
  store: PanelStore;
  comparison: GoldenComparison;
}

/** The differences of the listed requests from a golden session; each links to its event, and a value can be masked. */
export function GoldenPane({store, comparison}: GoldenPaneProps) {
  const {file, session, differences, unread, mask} = comparison;
  const pane = useRef<HTMLElement>(null);
  const setMask = (next: readonly string[]) => {
    const now = store.golden.peek();
    if (now) store.golden.value = {...now, mask: next};
  };
  // Masked differences disappear, possibly with the button that was pressed.
  useLayoutEffect(() => {
    if (mask.length > 0 && document.activeElement === document.body) pane.current?.focus();
  }, [differences, mask]);
  return (
    <section class="golden" aria-label="Differences from the golden session" ref={pane} tabIndex={-1}>
      <header class="golden-head">
        <p role="status">{escapeHidden(toSummary(comparison))}</p>
        <button type="button" class="button button-small" onClick={() => (store.golden.value = null)}>
          Stop comparing
        </button>
      </header>
      <Masks store={store} comparison={comparison} setMask={setMask} />
      {unread > 0 && (
        <p class="golden-unread">
          {countOf(unread, 'request')} could not be read. Events in them are not compared.
        </p>
      )}
      {differences === null && (
        <Hint title="Comparing…" text="The filtered requests are being read from the log." />
      )}
      {differences?.length === 0 && (
        <Hint title="No differences" text={`The filtered events are the same as in ${shorten(file, 80)}.`} />
      )}
      <ol class="golden-list">
        {differences?.slice(0, MAX_SHOWN).map((placed, index) => (
          <DifferenceItem
            key={index}
            store={store}
            placed={placed}
            session={session}
            onMask={(pointer) => setMask([...new Set([...mask, pointer])])}
          />
        ))}
      </ol>
      {differences !== null && differences.length > MAX_SHOWN && (
        <p>Only the first {formatCount(MAX_SHOWN)} differences are shown.</p>
      )}
    </section>
  );
}

function toSummary({file, differences, session}: GoldenComparison): string {
  const name = `${shorten(file, 80)} (${countOf(session.events.length, 'event')})`;
  return differences === null
    ? `Comparing with ${name}`
    : `${countOf(differences.length, 'difference')} from ${name}`;
}

interface MasksProps extends GoldenPaneProps {
  setMask(next: readonly string[]): void;
}

/** The values that are not compared, and a button to save them in the golden session. */
function Masks({store, comparison: {file, session, mask}, setMask}: MasksProps) {
  const isKept = JSON.stringify(mask) === JSON.stringify(session.mask ?? []);
  if (mask.length === 0 && isKept) return null;
  return (
    <div class="golden-masks">
      <span>{mask.length === 0 ? 'No value is masked now.' : 'Masked values, not compared:'}</span>
      {mask.map((pointer) => (
        <span key={pointer} class="golden-mask">
          <span class="mono">{escapeHidden(shorten(pointer, 80))}</span>
          <button
            type="button"
            class="icon-button"
            aria-label={`Compare ${escapeHidden(shorten(pointer, 80))} again`}
            onClick={() => setMask(mask.filter((other) => other !== pointer))}
          >
            <CloseIcon />
          </button>
        </span>
      ))}
      {!isKept && (
        <button
          type="button"
          class="button button-small"
          onClick={() => {
            download(writeGolden(maskSession(session, mask)), file, 'application/json');
            store.notices.tell(`Saved ${shorten(file, 80)} with ${countOf(mask.length, 'masked value')}.`);
          }}
        >
          Save golden session
        </button>
      )}
    </div>
  );
}

interface DifferenceItemProps {
  store: PanelStore;
  placed: PlacedDifference;
  session: GoldenSession;
  onMask(pointer: string): void;
}

function DifferenceItem({store, placed: {difference, row}, session, onMask}: DifferenceItemProps) {
  const sentence = escapeHidden(shorten(describeDifference(difference), 400));
  const pointer = toMaskable(difference, session);
  return (
    <li>
      <span class="golden-word" data-kind={difference.kind}>
        {wordOf(difference)}
      </span>
      {row === null ? (
        <span>{sentence}</span>
      ) : (
        <button
          type="button"
          class="link"
          onClick={() => {
            store.selection.select(row);
            store.selection.open();
          }}
        >
          {sentence}
        </button>
      )}
      {pointer !== null && (
        <button
          type="button"
          class="button button-small"
          aria-label={`Mask ${escapeHidden(shorten(pointer, 80))}`}
          title="Do not compare this value in any event"
          onClick={() => onMask(pointer)}
        >
          Mask
        </button>
      )}
    </li>
  );
}

/** The value that differs and could be masked; null: something else differs. */
function toMaskable(difference: Difference, {events}: GoldenSession): string | null {
  if (difference.kind !== 'changed' || difference.pointer === '') return null;
  const {call, name, before, after, pointer} = difference;
  if (before === null || after === null) return null;
  // Only entries of a list and members named `*` are written differently.
  if (!/\/[\d*]/.test(pointer)) return pointer;
  const same = events.filter((event) => event.call === call && event.name === name);
  return toMaskPointer(pointer, same);
}
