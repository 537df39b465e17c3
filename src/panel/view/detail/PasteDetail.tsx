import type {ComponentType} from 'preact';
import {useEffect, useRef, useState} from 'preact/hooks';
import type {PanelStore} from '../../store/create-panel-store';
import {CloseIcon} from '../icons';
import {useStore} from '../store-context';
import {Hint} from './Hint';

/** What the editor, which is loaded when it is first opened, is given. */
interface PastePaneProps {
  store: PanelStore;
  text: string;
}

type Loaded =
  | {state: 'loading'}
  | {state: 'failed'; reason: string}
  | {state: 'ready'; Pane: ComponentType<PastePaneProps>};

/** A draft of what somebody pastes, in the place of the details. It goes when a row is selected, or with Escape. */
export function PasteDetail({text}: {text: string}) {
  const store = useStore();
  const {pasting, selection} = store;
  const [loaded, setLoaded] = useState<Loaded>({state: 'loading'});
  const selected = selection.selected.value;
  const before = useRef(selected);
  useEffect(() => {
    if (selected !== before.current) pasting.value = null;
  }, [selected, pasting]);
  useEffect(() => {
    import('../editor/PastePane').then(
      ({PastePane}) => setLoaded({state: 'ready', Pane: PastePane}),
      (error: unknown) => setLoaded({state: 'failed', reason: String(error)}),
    );
  }, []);
  const close = () => {
    pasting.value = null;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape works wherever the focus is inside
    <div
      class="detail"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <header class="detail-header">
        <h2 class="detail-name">New request</h2>
        <div class="detail-actions">
          <button type="button" class="icon-button" aria-label="Close the new request" onClick={close}>
            <CloseIcon />
          </button>
        </div>
      </header>
      <div class="tab-panel">
        {loaded.state === 'loading' && (
          <Hint title="Opening the editor…" text="It is loaded when it is first used." />
        )}
        {loaded.state === 'failed' && (
          <Hint
            title="The editor could not be loaded"
            text={`${loaded.reason}. If the extension was updated, close and reopen DevTools.`}
          />
        )}
        {loaded.state === 'ready' && <loaded.Pane store={store} text={text} key={text} />}
      </div>
    </div>
  );
}
