import {useComputed} from '@preact/signals';
import {isFirstRun} from '../../store/first-run';
import {Hint} from '../frame/Hint';
import {useLoaded} from '../frame/use-loaded';
import {useStore} from '../store-context';
import {FILTER_ID} from '../toolbar/FilterField';
import {CompareBar} from './CompareBar';
import {FirstSteps} from './FirstSteps';
import {RequestList} from './RequestList';

/** The list, or why it is empty and what to do. */
export function ListPane() {
  const {rows, list, filter} = useStore();
  const shown = rows.value;
  const found = shown.length > 0;
  const filtered = useComputed(() => filter.active.value && list.entries.value.length > 0);
  // The list stays behind the hint: creating it again after the next letter costs more than the filter.
  return (
    <div class="list-pane" tabIndex={-1}>
      {found || filtered.value ? (
        <>
          <RequestList found={shown} />
          {!found && <FilterHint />}
          <CompareBar />
        </>
      ) : (
        <EmptyHint />
      )}
    </div>
  );
}

const loadWords = () => import('../../store/filter/explain-words');

function FilterHint() {
  const {filter} = useStore();
  const words = useLoaded(loadWords);
  const why = words.state === 'ready' ? words.part.explainWords(filter.text.value) : null;
  return (
    <Hint title="No matches" text={why ?? 'No request or event matches this filter.'}>
      <button
        type="button"
        class="button"
        onClick={() => {
          filter.clear();
          // The button disappears with the hint, and must not take the focus with it.
          document.getElementById(FILTER_ID)?.focus();
        }}
      >
        Clear the filter
      </button>
    </Hint>
  );
}

function EmptyHint() {
  const store = useStore();
  const {list, settings, connection} = store;
  if (!list.loaded.value) {
    return <Hint title="Reading the log…" text="Captured requests of this tab appear here." />;
  }
  if (!settings.value.value.panel.recording) {
    return <Hint title="Not recording" text="Press Record to capture what this page sends." />;
  }
  if (isFirstRun(store)) return <FirstSteps />;
  if (connection.connection.value.state === 'not-permitted') {
    return (
      <Hint
        title="Nothing captured yet"
        text="Background capture is off for this site. Only what DevTools shows from now on appears here. Allow capture above, then reload the page."
      />
    );
  }
  return (
    <Hint
      title="Nothing captured yet"
      text="Use the page. Each batch that it sends to ThriveStack, Segment or journy.io appears here. You can add your own endpoints in the settings."
    />
  );
}
