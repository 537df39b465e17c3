import {Hint} from '../detail/Hint';
import {useStore} from '../store-context';
import {RequestList} from './RequestList';

/** The list, or why it is empty and what to do. */
export function ListPane() {
  const {rows, list, filter, settings} = useStore();
  if (rows.value.length > 0) return <RequestList />;
  if (!list.loaded.value)
    return <Hint title="Reading the log…" text="What was captured for this tab appears here." />;
  if (filter.active.value && list.entries.value.length > 0) {
    return (
      <Hint title="Nothing matches" text="No request or event fits this filter.">
        <button
          type="button"
          class="button"
          onClick={() => {
            filter.setText('');
            filter.setSeverity('all');
          }}
        >
          Clear the filter
        </button>
      </Hint>
    );
  }
  if (!settings.value.value.panel.recording) {
    return <Hint title="Not recording" text="Press Record to capture what this page sends." />;
  }
  return (
    <Hint
      title="Nothing captured yet"
      text="Use the page: every batch that it sends to ThriveStack, Segment or journy.io appears here the moment it leaves. Endpoints of your own can be added in the settings."
    />
  );
}
