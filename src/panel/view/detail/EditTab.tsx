import {Lazy} from '../frame/Lazy';
import {useStore} from '../store-context';
import type {ReadyDetail} from './ready-detail';

/** The editor is larger than the rest of the panel, so it is loaded when the user opens it. */
const load = () => import('../editor/EditPane');

export function EditTab({detail}: {detail: ReadyDetail}) {
  const store = useStore();
  return (
    <Lazy what="the editor" load={load}>
      {({EditPane}) => <EditPane store={store} request={detail.request} />}
    </Lazy>
  );
}
