import '../editor/editor.css';
import './compare.css';
import {useEffect, useState} from 'preact/hooks';
import {toSentJson} from '../../../domain/edit/diff/to-sent-json';
import type {Comparison} from '../../store/create-overlays';
import type {PanelStore} from '../../store/create-panel-store';
import type {Selected} from '../../store/detail/selected';
import {toEntryVerdict, toVerdict} from '../../store/log/log-entry';
import {FieldChanges} from '../editor/FieldChanges';
import {formatDateTime} from '../format/format-time';
import {shorten} from '../format/shorten';
import {Hint} from '../frame/Hint';
import {toRowName} from '../list/row/to-row-name';
import {VerdictMark} from '../VerdictMark';

interface ComparePaneProps extends Comparison {
  store: PanelStore;
}

/** One of the two sides. `json` null: its body can't be read as JSON. */
type Side = {state: 'reading'} | {state: 'gone'} | {state: 'ready'; json: string | null};

/** Two events, or two requests, compared by field: their titles, and each field that differs. */
export function ComparePane({store, first, second}: ComparePaneProps) {
  const [left, right] = [useSide(store, first), useSide(store, second)];
  return (
    <section class="edit compare" aria-label="Comparison">
      <div class="compare-sides">
        <SideHead store={store} title="First" row={first} />
        <SideHead store={store} title="Second" row={second} />
      </div>
      <Differences left={left} right={right} />
    </section>
  );
}

function Differences({left, right}: {left: Side; right: Side}) {
  if (left.state === 'gone' || right.state === 'gone') {
    return <Hint title="No longer in the log" text="One of the two requests was removed from the log." />;
  }
  if (left.state === 'reading' || right.state === 'reading') {
    return <Hint title="Reading…" text="Both requests are being read from the log." />;
  }
  if (left.json === null || right.json === null) {
    return (
      <Hint
        title="Cannot be compared"
        text="The body of one of the two requests was not captured, or is not valid JSON."
      />
    );
  }
  return (
    <FieldChanges
      before={left.json}
      after={right.json}
      titles={['First', 'Second']}
      same="Both have the same fields with the same values."
    />
  );
}

function SideHead({store, title, row}: {store: PanelStore; title: string; row: Selected}) {
  // Read so that the header follows the list.
  const entry = store.list.entries.value.length >= 0 ? store.list.get(row.id) : undefined;
  if (!entry) return <p class="compare-side">{title}: no longer in the log</p>;
  const summary = row.event === null ? undefined : entry.events[row.event];
  const at = entry.head.startedAt;
  return (
    <div class="compare-side">
      <h3>
        <span class="edit-muted">{title}</span>
        <VerdictMark
          verdict={
            summary && entry.events.length > 1
              ? toVerdict(summary.issues, entry.decoded)
              : toEntryVerdict(entry)
          }
        />
        <button type="button" class="link" onClick={() => open(store, row)}>
          {shorten(toRowName(entry, row.event), 60)}
        </button>
      </h3>
      <p class="edit-muted">
        {[summary?.user, summary?.group, at === null ? 'time not recorded' : formatDateTime(at)]
          .filter((fact) => fact != null)
          .map((fact) => shorten(fact, 40))
          .join(' · ')}
      </p>
    </div>
  );
}

function open(store: PanelStore, row: Selected): void {
  store.comparing.value = null;
  store.selection.select(row);
  store.selection.open();
}

function useSide(store: PanelStore, {id, event}: Selected): Side {
  const [side, setSide] = useState<Side>({state: 'reading'});
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Side) => {
      if (isCurrent) setSide(next);
    };
    show({state: 'reading'});
    store.read(id).then(
      (read) => {
        if (!read) return show({state: 'gone'});
        const chosen = event === null ? null : (read.inspection.events[event] ?? null);
        show({state: 'ready', json: toSentJson(read.request, chosen)});
      },
      (error: unknown) => {
        show({state: 'gone'});
        store.notices.fail(error);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [store, id, event]);
  return side;
}
