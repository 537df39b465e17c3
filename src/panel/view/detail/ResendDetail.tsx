import {useCallback} from 'preact/hooks';
import {toRequestName} from '../list/row/to-request-name';
import {useStore} from '../store-context';
import {SideDetail} from './SideDetail';

const load = () => import('../resend/ResendPane');

/** Resends many requests. */
export function ResendDetail({ids}: {ids: readonly string[]}) {
  const store = useStore();
  const close = useCallback(() => {
    store.resending.value = null;
  }, [store]);
  const nameOf = (id: string) => {
    const entry = store.list.get(id);
    return entry ? toRequestName(entry) : 'no longer in the log';
  };
  return (
    <SideDetail
      title={ids.length === 1 ? 'Resend request' : 'Resend requests'}
      what="resend"
      load={load}
      onClose={close}
    >
      {({ResendPane}) => <ResendPane store={store} ids={ids} nameOf={nameOf} />}
    </SideDetail>
  );
}
