import type {Settings} from '../../../domain/settings';
import {
  ClearIcon,
  CoverageIcon,
  HelpIcon,
  NewIcon,
  PausedIcon,
  RecordIcon,
  SettingsIcon,
  TimelineIcon,
} from '../icons';
import {useStore} from '../store-context';
import {FilterField} from './FilterField';
import {SaveMenu} from './SaveMenu';
import {SeverityToggle} from './SeverityToggle';

function CoverageButton() {
  const {opened} = useStore().coverage;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label="Coverage"
      aria-pressed={opened.value}
      aria-keyshortcuts="C"
      title="Coverage: which events were seen, and which were right (C)"
      onClick={() => {
        opened.value = !opened.peek();
      }}
    >
      <CoverageIcon />
    </button>
  );
}

/** Record, clear, filter, what to show, and the way to the settings. */
export function Toolbar() {
  const store = useStore();
  const {recording, preserveLog, timeline} = store.settings.value.value.panel;
  const change = (panel: Partial<Settings['panel']>) =>
    store.settings.change((now) => ({...now, panel: {...now.panel, ...panel}}));
  return (
    <div class="toolbar" role="toolbar" aria-label="Capture and filter">
      <button
        type="button"
        class="icon-button record"
        aria-label="Record"
        aria-pressed={recording}
        title={recording ? 'Stop recording' : 'Start recording'}
        onClick={() => change({recording: !recording})}
      >
        {recording ? <RecordIcon /> : <PausedIcon />}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Clear"
        title="Clear the log of this tab. Pinned requests are kept."
        onClick={() => void store.clear()}
      >
        <ClearIcon />
      </button>
      <FilterField />
      {!store.coverage.opened.value && <SeverityToggle />}
      <CoverageButton />
      <label
        class="check"
        title="When off, earlier page visits are collapsed at each navigation. Nothing is deleted."
      >
        <input
          type="checkbox"
          checked={preserveLog}
          onChange={(event) => change({preserveLog: event.currentTarget.checked})}
        />
        Preserve log
      </label>
      <button
        type="button"
        class="icon-button timeline-switch"
        aria-label="Timeline"
        aria-pressed={timeline}
        title="Show requests over time above the list"
        onClick={() => change({timeline: !timeline})}
      >
        <TimelineIcon />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="New request"
        title="Create a request from a cURL command, a fetch call, JSON or HAR. You can also paste into the list."
        onClick={() => {
          store.pasting.value = '';
        }}
      >
        <NewIcon />
      </button>
      <SaveMenu />
      <button
        type="button"
        class="icon-button"
        aria-label="Shortcuts and filter words"
        aria-keyshortcuts="?"
        title="Shortcuts and filter words (?)"
        onClick={() => {
          store.helping.value = true;
        }}
      >
        <HelpIcon />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Settings"
        onClick={() => store.dependencies.openSettings()}
      >
        <SettingsIcon />
      </button>
    </div>
  );
}
