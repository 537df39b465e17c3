import {WhenLoaded} from '../frame/Lazy';
import {useStore} from '../store-context';
import type {DetailPanes} from './use-detail-panes';

/** The selected row, or a pane for pasting, comparing or resending. */
export function LazyDetail({panes, narrow}: {panes: DetailPanes; narrow: boolean}) {
  const {pasting, resending, comparing, golden} = useStore();
  return (
    <WhenLoaded what="the details" loaded={panes}>
      {({DetailPane, CompareDetail, GoldenDetail, PasteDetail, ResendDetail}) => {
        if (pasting.value !== null) return <PasteDetail text={pasting.value} />;
        if (comparing.value !== null) return <CompareDetail comparison={comparing.value} />;
        if (golden.value?.isOpen) return <GoldenDetail comparison={golden.value} />;
        if (resending.value !== null) return <ResendDetail ids={resending.value} />;
        return <DetailPane narrow={narrow} />;
      }}
    </WhenLoaded>
  );
}
