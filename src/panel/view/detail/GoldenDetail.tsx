import {useCallback} from 'preact/hooks';
import type {GoldenComparison} from '../../store/golden/golden-comparison';
import {useStore} from '../store-context';
import {SideDetail} from './SideDetail';

const load = () => import('../golden/GoldenPane');

/** The differences from a golden session. The marks in the list stay when it is closed. */
export function GoldenDetail({comparison}: {comparison: GoldenComparison}) {
  const store = useStore();
  const close = useCallback(() => {
    const now = store.golden.peek();
    if (now) store.golden.value = {...now, isOpen: false};
  }, [store]);
  return (
    <SideDetail title="Golden session" what="the golden session" load={load} onClose={close}>
      {({GoldenPane}) => <GoldenPane store={store} comparison={comparison} />}
    </SideDetail>
  );
}
