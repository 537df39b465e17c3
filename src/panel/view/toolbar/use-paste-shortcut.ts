import {useEffect} from 'preact/hooks';
import type {PanelStore} from '../../store/create-panel-store';

/** What is pasted while nobody types becomes a draft. */
export function usePasteShortcut({pasting}: PanelStore): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const {target, clipboardData} = event;
      const typing =
        target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]');
      const text = clipboardData?.getData('text/plain') ?? '';
      if (typing || event.defaultPrevented || text === '') return;
      event.preventDefault();
      pasting.value = text;
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [pasting]);
}
