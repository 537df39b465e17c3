import './golden.css';
import {escapeHidden} from '../../../domain/bytes/hidden-characters';
import {describeDifference} from '../../../domain/golden/difference';
import type {PanelStore} from '../../store/create-panel-store';
import {type GoldenComparison, type PlacedDifference, wordOf} from '../../store/golden/golden-comparison';
import {Hint} from '../detail/event/Hint';
import {countOf} from '../format/format-count';
import {shorten} from '../format/shorten';

interface GoldenPaneProps {
  store: PanelStore;
  comparison: GoldenComparison;
}

/** The differences of the listed requests from a golden session; each leads to its event. */
export function GoldenPane({store, comparison}: GoldenPaneProps) {
  const {file, differences, unread} = comparison;
  return (
    <section class="golden" aria-label="Differences from the golden session">
      <header class="golden-head">
        <p role="status">{escapeHidden(toSummary(comparison))}</p>
        <button type="button" onClick={() => (store.golden.value = null)}>
          Stop comparing
        </button>
      </header>
      {unread > 0 && (
        <p class="golden-unread">
          {countOf(unread, 'request')} could not be read. Events in them are not compared.
        </p>
      )}
      {differences === null && (
        <Hint title="Comparing…" text="The listed requests are being read from the log." />
      )}
      {differences?.length === 0 && (
        <Hint title="No differences" text={`The listed events are those of ${shorten(file, 80)}.`} />
      )}
      <ol class="golden-list">
        {differences?.map((placed, index) => (
          <DifferenceItem key={index} store={store} placed={placed} />
        ))}
      </ol>
    </section>
  );
}

function toSummary({file, differences, session}: GoldenComparison): string {
  const name = `${shorten(file, 80)} (${countOf(session.events.length, 'event')})`;
  return differences === null
    ? `Comparing with ${name}`
    : `${countOf(differences.length, 'difference')} from ${name}`;
}

function DifferenceItem({store, placed: {difference, row}}: {store: PanelStore; placed: PlacedDifference}) {
  const sentence = escapeHidden(shorten(describeDifference(difference), 400));
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
    </li>
  );
}
