import {useEffect} from 'preact/hooks';
import type {PanelStore} from '../../store/create-panel-store';

/** Creates a draft from text that is pasted outside of a text field. */
export function usePasteShortcut(store: PanelStore): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const {target, clipboardData} = event;
      const typing =
        target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]');
      const text = clipboardData?.getData('text/plain') ?? '';
      if (typing || event.defaultPrevented || text === '') return;
      event.preventDefault();
      store.paste(text);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [store]);
}
