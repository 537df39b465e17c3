import type {ComponentChildren} from 'preact';
import type {Settings} from '../../../domain/settings';
import type {PanelStore} from '../../store/create-panel-store';
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

interface IconButtonProps {
  label: string;
  title?: string;
  /** In the format of `aria-keyshortcuts`. */
  shortcut?: string;
  /** For a toggle button. */
  isPressed?: boolean;
  class?: string;
  onClick(): void;
  children: ComponentChildren;
}

function IconButton({label, title, shortcut, isPressed, onClick, children, ...rest}: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button ${rest.class ?? ''}`.trim()}
      aria-label={label}
      title={title}
      {...(isPressed !== undefined && {'aria-pressed': isPressed})}
      {...(shortcut !== undefined && {'aria-keyshortcuts': shortcut})}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** Buttons to record and clear, the filter, what to show, and the settings. */
export function Toolbar() {
  const store = useStore();
  const {coverage} = store;
  const {preserveLog} = store.settings.value.value.panel;
  return (
    <div class="toolbar" role="toolbar" aria-label="Capture and filter">
      <RecordButton />
      <IconButton
        label="Clear"
        title="Clear the log of this tab. Pinned requests are kept."
        onClick={() => void store.clear()}
      >
        <ClearIcon />
      </IconButton>
      <FilterField />
      {!coverage.opened.value && <SeverityToggle />}
      <IconButton
        label="Coverage"
        isPressed={coverage.opened.value}
        shortcut="C"
        title="Coverage: which events were seen, and which were right (C)"
        onClick={() => {
          coverage.opened.value = !coverage.opened.peek();
        }}
      >
        <CoverageIcon />
      </IconButton>
      <label
        class="check"
        title="When off, earlier page visits are collapsed at each navigation. Nothing is deleted."
      >
        <input
          type="checkbox"
          checked={preserveLog}
          onChange={(event) => changePanel(store, {preserveLog: event.currentTarget.checked})}
        />
        Preserve log
      </label>
      <TimelineButton />
      <NewButton />
      <SaveMenu />
      <HelpButton />
      <IconButton label="Settings" onClick={() => store.dependencies.openSettings()}>
        <SettingsIcon />
      </IconButton>
    </div>
  );
}

function changePanel({settings}: Pick<PanelStore, 'settings'>, panel: Partial<Settings['panel']>): void {
  settings.change((now) => ({...now, panel: {...now.panel, ...panel}}));
}

function RecordButton() {
  const store = useStore();
  const {recording} = store.settings.value.value.panel;
  return (
    <IconButton
      class="record"
      label="Record"
      isPressed={recording}
      title={recording ? 'Stop recording' : 'Start recording'}
      onClick={() => changePanel(store, {recording: !recording})}
    >
      {recording ? <RecordIcon /> : <PausedIcon />}
    </IconButton>
  );
}

function TimelineButton() {
  const store = useStore();
  const {timeline} = store.settings.value.value.panel;
  return (
    <IconButton
      label="Timeline"
      isPressed={timeline}
      title="Show requests over time above the list"
      onClick={() => changePanel(store, {timeline: !timeline})}
    >
      <TimelineIcon />
    </IconButton>
  );
}

function NewButton() {
  const store = useStore();
  return (
    <IconButton
      label="New request"
      title="Create a request from a cURL command, a fetch call, JSON or HAR. You can also paste into the list."
      onClick={() => store.paste('')}
    >
      <NewIcon />
    </IconButton>
  );
}

function HelpButton() {
  const {helping} = useStore();
  return (
    <IconButton
      label="Shortcuts and filter words"
      shortcut="?"
      title="Shortcuts and filter words (?)"
      onClick={() => {
        helping.value = true;
      }}
    >
      <HelpIcon />
    </IconButton>
  );
}
