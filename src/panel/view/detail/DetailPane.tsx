import type {TabId} from '../../store/detail/create-tabs';
import {Hint} from '../frame/Hint';
import {useStore} from '../store-context';
import {DetailHeader} from './DetailHeader';
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
  const {detail, tabs} = useStore();
  const now = detail.value;
  switch (now.state) {
    case 'none':
      return <Hint title="Nothing selected" text="Select an event in the list to see its details." />;
    case 'loading':
      return <Hint title="Reading…" text="The request is being read from the log." />;
    case 'gone':
      return (
        <Hint
          title="Request dropped"
          text="This request was dropped to stay within the limits. Pin requests to keep them, or raise the limits in the settings."
        />
      );
    case 'ready': {
      const current = tabs.current.value;
      const Pane = panes[current];
      return (
        <div class="detail">
          <DetailHeader detail={now} narrow={narrow} />
          <DetailTabs detail={now} />
          <div
            class="tab-panel"
            id="tab-panel"
            role="tabpanel"
            aria-labelledby={`tab-${current}`}
            tabIndex={-1}
          >
            <Pane detail={now} key={current} />
          </div>
        </div>
      );
    }
  }
}
