import {useRef} from 'preact/hooks';
import type {Detail} from '../../store/detail/create-detail';
import type {TabId} from '../../store/detail/create-tabs';
import {Hint} from '../frame/Hint';
import {useHeldFocus} from '../frame/use-held-focus';
import {useStore} from '../store-context';
import {BackButton, DetailHeader} from './DetailHeader';
import {DetailTabs} from './DetailTabs';
import {EditTab} from './EditTab';
import {EventTab} from './event/EventTab';
import {IssuesTab} from './event/IssuesTab';
import type {ReadyDetail} from './ready-detail';
import {LazyReplaysTab, LazyRequestTab, LazyResponseTab} from './request/LazyRequestTab';

const panes: Record<TabId, (props: {detail: ReadyDetail}) => preact.JSX.Element> = {
  event: EventTab,
  issues: IssuesTab,
  request: LazyRequestTab,
  response: LazyResponseTab,
  replays: LazyReplaysTab,
  edit: EditTab,
};

/** Everything about the selected event or request. */
export function DetailPane({narrow}: {narrow: boolean}) {
  const now = useStore().detail.value;
  if (now.state === 'ready') return <Ready detail={now} narrow={narrow} />;
  const hint = <Hint {...hints[now.state]} />;
  if (!narrow) return hint;
  return (
    <div class="detail">
      <header class="detail-header">
        <BackButton />
      </header>
      <div class="tab-panel">{hint}</div>
    </div>
  );
}

const hints: Readonly<Record<Exclude<Detail['state'], 'ready'>, {title: string; text: string}>> = {
  none: {title: 'Nothing selected', text: 'Select an event in the list to see its details.'},
  loading: {title: 'Reading…', text: 'The request is being read from the log.'},
  gone: {
    title: 'Request dropped',
    text: 'This request was dropped to stay within the limits. Pin requests to keep them, or raise the limits in the settings.',
  },
};

function Ready({detail, narrow}: {detail: ReadyDetail; narrow: boolean}) {
  const current = useStore().tabs.current.value;
  const panel = useRef<HTMLDivElement>(null);
  // A link to another tab or row is gone when it was followed.
  const focus = useHeldFocus(panel, null);
  const Pane = panes[current];
  return (
    <div class="detail">
      <DetailHeader detail={detail} narrow={narrow} />
      <DetailTabs detail={detail} />
      <div
        class="tab-panel"
        id="tab-panel"
        role="tabpanel"
        aria-labelledby={`tab-${current}`}
        tabIndex={-1}
        ref={panel}
        {...focus}
      >
        <Pane detail={detail} key={current} />
      </div>
    </div>
  );
}
