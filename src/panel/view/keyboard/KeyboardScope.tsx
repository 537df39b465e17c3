import {type ComponentChildren, createContext} from 'preact';
import {useContext, useEffect, useLayoutEffect, useMemo, useRef} from 'preact/hooks';
import {decideKey} from './decide-key';
import {createLayers, type LayerKind, type Layers} from './layers';

const LayersContext = createContext<Layers>(createLayers());

interface KeyboardScopeProps {
  onFilter(): void;
  onCoverage(): void;
  onHelp(): void;
  children: ComponentChildren;
}

/** Handles every key after the controls inside, and decides who gets it. */
export function KeyboardScope({onFilter, onCoverage, onHelp, children}: KeyboardScopeProps) {
  const layers = useMemo(createLayers, []);
  const latest = useRef({onFilter, onCoverage, onHelp});
  latest.current = {onFilter, onCoverage, onHelp};
  useEffect(() => {
    const actions = {
      close: () => layers.closeInnermost(),
      filter: () => latest.current.onFilter(),
      coverage: () => latest.current.onCoverage(),
      help: () => latest.current.onHelp(),
      keep: () => undefined,
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const covered = document.querySelector(':modal') !== null;
      const decision = decideKey({...toPress(event), open: !layers.isEmpty, covered});
      if (decision === 'leave') return;
      // Chromium's DevTools listens on the document for the keys that it handles, without asking the page.
      event.stopPropagation();
      event.preventDefault();
      actions[decision]();
    };
    document.documentElement.addEventListener('keydown', onKeyDown);
    return () => document.documentElement.removeEventListener('keydown', onKeyDown);
  }, [layers]);
  return <LayersContext.Provider value={layers}>{children}</LayersContext.Provider>;
}

/** While it is `open`, Escape closes this if it is the innermost open part. */
export function useLayer(kind: LayerKind, close: () => void, open = true): void {
  const layers = useContext(LayersContext);
  const latest = useRef(close);
  latest.current = close;
  useLayoutEffect(
    () => (open ? layers.open({kind, close: () => latest.current()}) : undefined),
    [layers, kind, open],
  );
}

/** The same for a part that the browser opens and closes: call the result when it does, before any further key. */
export function useLayerSwitch(kind: LayerKind, close: () => void): (open: boolean) => void {
  const layers = useContext(LayersContext);
  const remove = useRef<(() => void) | null>(null);
  const turn = (open: boolean) => {
    remove.current?.();
    remove.current = open ? layers.open({kind, close}) : null;
  };
  useLayoutEffect(() => () => remove.current?.(), []);
  return turn;
}

function toPress(event: KeyboardEvent) {
  const {target, key} = event;
  return {
    key,
    ctrl: event.ctrlKey,
    meta: event.metaKey,
    alt: event.altKey,
    shift: event.shiftKey,
    handled: event.defaultPrevented,
    composing: event.isComposing,
    typing:
      target instanceof Element &&
      target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable="true"]'),
  };
}
