import type {ComponentChildren} from 'preact';
import {useEffect, useRef, useState} from 'preact/hooks';
import {CloseIcon} from '../icons';
import {useLayer} from '../keyboard/KeyboardScope';
import {useStore} from '../store-context';
import {Hint} from './event/Hint';

interface SideDetailProps<Pane> {
  title: string;
  /** Accessible name of the button that closes it. */
  closeTitle: string;
  /** Loads what stands in it when it is first opened; the same function each time. */
  load(): Promise<Pane>;
  onClose(): void;
  children: (pane: Pane) => ComponentChildren;
}

type Loaded<Pane> =
  | {state: 'loading'}
  | {state: 'failed'; reason: string}
  // In an object: a component is a function, and a state is not to call it.
  | {state: 'ready'; pane: Pane};

/** Something else in the place of the details. It goes when a row is selected, or with Escape. */
export function SideDetail<Pane>({title, closeTitle, load, onClose, children}: SideDetailProps<Pane>) {
  const [loaded, setLoaded] = useState<Loaded<Pane>>({state: 'loading'});
  useEffect(() => {
    load().then(
      (pane) => setLoaded({state: 'ready', pane}),
      (error: unknown) => setLoaded({state: 'failed', reason: String(error)}),
    );
  }, [load]);
  useCloseOnSelection(onClose);
  useLayer('side-pane', onClose);
  return (
    <section class="detail" aria-label={title}>
      <header class="detail-header">
        <h2 class="detail-name">{title}</h2>
        <div class="detail-actions">
          <button type="button" class="icon-button" aria-label={closeTitle} onClick={onClose}>
            <CloseIcon />
          </button>
        </div>
      </header>
      <div class="tab-panel">
        {loaded.state === 'loading' && (
          <Hint title="Opening the editor…" text="The editor loads on first use." />
        )}
        {loaded.state === 'failed' && (
          <Hint
            title="The editor could not be loaded"
            text={`${loaded.reason}. If the extension was updated, close and reopen DevTools.`}
          />
        )}
        {loaded.state === 'ready' && children(loaded.pane)}
      </div>
    </section>
  );
}

function useCloseOnSelection(onClose: () => void): void {
  const selected = useStore().selection.selected.value;
  const before = useRef(selected);
  useEffect(() => {
    if (selected !== before.current) onClose();
  }, [selected, onClose]);
}
