import {useStore} from '../store-context';
import {Hint} from './Hint';
import type {DetailPanes} from './use-detail-panes';

/** What is selected, or what somebody pastes. */
export function LazyDetail({panes, narrow}: {panes: DetailPanes; narrow: boolean}) {
  const {pasting} = useStore();
  switch (panes.state) {
    case 'loading':
      return <Hint title="Opening…" text="The details are on their way." />;
    case 'failed':
      return (
        <Hint
          title="The details could not be loaded"
          text={`${panes.reason}. If the extension was updated, close and reopen DevTools.`}
        />
      );
    case 'ready': {
      const {DetailPane, PasteDetail} = panes.panes;
      return pasting.value === null ? <DetailPane narrow={narrow} /> : <PasteDetail text={pasting.value} />;
    }
  }
}
