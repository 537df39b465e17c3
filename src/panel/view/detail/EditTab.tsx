import type {ComponentType} from 'preact';
import {useLayoutEffect, useState} from 'preact/hooks';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {PanelStore} from '../../store/create-panel-store';
import {useStore} from '../store-context';
import {Hint} from './event/Hint';
import type {ReadyDetail} from './ready-detail';

/** What the editor, which is loaded when it is first opened, is given. */
export interface EditPaneProps {
  store: PanelStore;
  request: CapturedRequest;
}

type Loaded =
  | {state: 'loading'}
  | {state: 'failed'; reason: string}
  | {state: 'ready'; Pane: ComponentType<EditPaneProps>};

/** Once it is there, it opens without a moment of waiting. */
let known: Loaded = {state: 'loading'};

/** The editor is larger than the rest of the panel together: it is fetched when somebody wants to edit. */
export function EditTab({detail}: {detail: ReadyDetail}) {
  const store = useStore();
  const [loaded, setLoaded] = useState(known);
  useLayoutEffect(() => {
    if (loaded.state === 'ready') return;
    import('../editor/EditPane').then(
      ({EditPane}) => {
        known = {state: 'ready', Pane: EditPane};
        setLoaded(known);
      },
      (error: unknown) => setLoaded({state: 'failed', reason: String(error)}),
    );
  }, []);
  switch (loaded.state) {
    case 'loading':
      return <Hint title="Opening the editor…" text="The editor loads on first use." />;
    case 'failed':
      return (
        <Hint
          title="The editor could not be loaded"
          text={`${loaded.reason}. If the extension was updated, close and reopen DevTools.`}
        />
      );
    case 'ready':
      return <loaded.Pane store={store} request={detail.request} />;
  }
}
