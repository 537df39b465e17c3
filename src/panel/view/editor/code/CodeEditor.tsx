import {useLayoutEffect, useRef} from 'preact/hooks';
import type {CodeDocument} from './code-document';

/** From this number of characters, reading a draft and creating its editor take too long for one task. */
const LONG = 500_000;

/** The code editor of a draft; its document outlives it. */
export function CodeEditor({document}: {document: CodeDocument}) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const parent = host.current;
    if (!parent) return;
    const mount = () => document.mount(parent);
    const isLong = document.state.doc.length >= LONG;
    const timer = isLong ? setTimeout(mount) : undefined;
    if (!isLong) mount();
    return () => {
      clearTimeout(timer);
      document.unmount();
    };
  }, [document]);
  return <div class="edit-code" ref={host} />;
}
