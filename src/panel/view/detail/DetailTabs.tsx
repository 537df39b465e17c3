import {useRef} from 'preact/hooks';
import {type TabId, tabIds} from '../../store/detail/create-tabs';
import {formatCount} from '../format/format-count';
import {useStore} from '../store-context';
import {toShownIssues} from './event/to-shown-issues';
import type {ReadyDetail} from './ready-detail';
import {useReplays} from './request/use-replays';

const titles: Record<TabId, string> = {
  event: 'Event',
  issues: 'Issues',
  request: 'Request',
  response: 'Response',
  replays: 'Replays',
  edit: 'Edit',
};

/** The tabs of the details; the arrow keys move between them. */
export function DetailTabs({detail}: {detail: ReadyDetail}) {
  const {tabs} = useStore();
  const bar = useRef<HTMLDivElement>(null);
  const current = tabs.current.value;
  const notes = toNotes(detail, useReplays(detail.request.id).length);

  function onKeyDown(event: KeyboardEvent): void {
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    const edge = {Home: 0, End: tabIds.length - 1}[event.key];
    if (step === undefined && edge === undefined) return;
    event.preventDefault();
    const place = edge ?? (tabIds.indexOf(current) + (step ?? 0) + tabIds.length) % tabIds.length;
    const next = tabIds[place];
    if (!next) return;
    tabs.show(next);
    bar.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }

  return (
    <div class="tabs" role="tablist" aria-label="Details" ref={bar} onKeyDown={onKeyDown}>
      {tabIds.map((id) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          class="tab"
          aria-selected={id === current}
          aria-controls="tab-panel"
          tabIndex={id === current ? 0 : -1}
          onClick={() => tabs.show(id)}
        >
          {titles[id]}
          {notes[id] !== undefined && (
            <span class="tab-note" data-verdict={notes[id].verdict}>
              {notes[id].text}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

interface TabNote {
  text: string;
  verdict?: 'error' | 'warning' | 'ok';
}

function toNotes(detail: ReadyDetail, replays: number): Partial<Record<TabId, TabNote>> {
  const notes: Partial<Record<TabId, TabNote>> = {};
  const issues = toShownIssues(detail);
  const [gravest] = issues;
  if (gravest) {
    const {severity} = gravest;
    notes.issues = {text: formatCount(issues.length), ...(severity !== 'info' && {verdict: severity})};
  }
  const {outcome} = detail.request;
  if (outcome.state === 'answered') {
    notes.response = {text: String(outcome.status), verdict: outcome.status >= 400 ? 'error' : 'ok'};
  } else if (outcome.state === 'failed') {
    notes.response = {text: 'failed', verdict: 'error'};
  }
  if (replays > 0) notes.replays = {text: formatCount(replays)};
  return notes;
}
