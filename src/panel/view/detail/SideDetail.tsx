import type {ComponentChildren} from 'preact';
import {useEffect, useRef} from 'preact/hooks';
import {Lazy} from '../frame/Lazy';
import {CloseIcon} from '../icons';
import {useLayer} from '../keyboard/KeyboardScope';
import {useStore} from '../store-context';

interface SideDetailProps<Pane> {
  title: string;
  /** The same in a sentence, such as “the comparison”. */
  what: string;
  /** Loads its content when it is first opened; must be the same function each time. */
  load(): Promise<Pane>;
  onClose(): void;
  children: (pane: Pane) => ComponentChildren;
}

/** A pane in place of the details. It closes when a row is selected, or with Escape. */
export function SideDetail<Pane>({title, what, load, onClose, children}: SideDetailProps<Pane>) {
  useCloseOnSelection(onClose);
  useLayer('side-pane', onClose);
  return (
    <section class="detail" aria-label={title}>
      <header class="detail-header">
        <h2 class="detail-name">{title}</h2>
        <div class="detail-actions">
          <button type="button" class="icon-button" aria-label={`Close ${what}`} onClick={onClose}>
            <CloseIcon />
          </button>
        </div>
      </header>
      <div class="tab-panel">
        <Lazy what={what} load={load}>
          {children}
        </Lazy>
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
