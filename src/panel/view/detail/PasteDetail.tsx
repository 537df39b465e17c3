import {useCallback} from 'preact/hooks';
import {useStore} from '../store-context';
import {SideDetail} from './SideDetail';

const load = () => import('../editor/PastePane');

/** A draft of a request that the user pastes. */
export function PasteDetail({text}: {text: string}) {
  const store = useStore();
  const close = useCallback(() => {
    store.pasting.value = null;
  }, [store]);
  return (
    <SideDetail title="New request" what="the new request" load={load} onClose={close}>
      {({PastePane}) => <PastePane store={store} text={text} key={text} />}
    </SideDetail>
  );
}
