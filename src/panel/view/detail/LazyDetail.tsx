import {useStore} from '../store-context';
import {Hint} from './event/Hint';
import type {DetailPanes} from './use-detail-panes';

/** What is selected, what somebody pastes, compares, or is to send again. */
export function LazyDetail({panes, narrow}: {panes: DetailPanes; narrow: boolean}) {
  const {pasting, resending, comparing, golden} = useStore();
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
      const {DetailPane, CompareDetail, GoldenDetail, PasteDetail, ResendDetail} = panes.panes;
      if (pasting.value !== null) return <PasteDetail text={pasting.value} />;
      if (comparing.value !== null) return <CompareDetail comparison={comparing.value} />;
      if (golden.value?.isOpen) return <GoldenDetail comparison={golden.value} />;
      return resending.value === null ? (
        <DetailPane narrow={narrow} />
      ) : (
        <ResendDetail ids={resending.value} />
      );
    }
  }
}
