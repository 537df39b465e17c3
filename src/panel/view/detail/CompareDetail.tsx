import {useCallback} from 'preact/hooks';
import type {Comparison} from '../../store/create-overlays';
import {useStore} from '../store-context';
import {SideDetail} from './SideDetail';

const load = () => import('../compare/ComparePane');

/** Two rows of the list side by side. */
export function CompareDetail({comparison}: {comparison: Comparison}) {
  const store = useStore();
  const close = useCallback(() => {
    store.comparing.value = null;
  }, [store]);
  return (
    <SideDetail title="Compare" what="the comparison" load={load} onClose={close}>
      {({ComparePane}) => <ComparePane store={store} {...comparison} />}
    </SideDetail>
  );
}
