import {useStore} from '../store-context';
import {Hint} from './event/Hint';
import type {DetailPanes} from './use-detail-panes';

/** What is selected, what somebody pastes, or what is to be sent again. */
export function LazyDetail({panes, narrow}: {panes: DetailPanes; narrow: boolean}) {
  const {pasting, resending} = useStore();
  switch (panes.state) {
    case 'loading':
      return <Hint title="Opening…" text="The details are loading." />;
    case 'failed':
      return (
        <Hint
          title="The details could not be loaded"
          text={`${panes.reason}. If the extension was updated, close and reopen DevTools.`}
        />
      );
    case 'ready': {
      const {DetailPane, PasteDetail, ResendDetail} = panes.panes;
      if (pasting.value !== null) return <PasteDetail text={pasting.value} />;
      return resending.value === null ? (
        <DetailPane narrow={narrow} />
      ) : (
        <ResendDetail ids={resending.value} />
      );
    }
  }
}
