import {useLayoutEffect, useRef} from 'preact/hooks';
import type {CodeDocument} from './code-document';

/** The code editor of a draft; its document outlives it. */
export function CodeEditor({document}: {document: CodeDocument}) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    document.mount(host.current);
    return document.unmount;
  }, [document]);
  return <div class="edit-code" ref={host} />;
}
