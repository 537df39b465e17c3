import {useEffect, useLayoutEffect, useRef} from 'preact/hooks';
import type {PanelStore} from '../store/create-panel-store';
import {LazyCoverage} from './coverage/LazyCoverage';
import {LazyDetail} from './detail/LazyDetail';
import {type DetailPanes, useDetailPanes} from './detail/use-detail-panes';
import {Banner} from './frame/Banner';
import {SplitPane} from './frame/SplitPane';
import {StatusBar} from './frame/StatusBar';
import {TimelinePlace} from './frame/TimelinePlace';
import {Toast} from './frame/Toast';
import {useSize} from './frame/use-size';
import {LazyHelp} from './help/LazyHelp';
import {KeyboardScope, useLayer} from './keyboard/KeyboardScope';
import {ListPane} from './list/ListPane';
import {LazyMenu} from './row-menu/LazyMenu';
import {StoreContext} from './store-context';
import {FILTER_ID} from './toolbar/FilterField';
import {Toolbar} from './toolbar/Toolbar';
import {usePasteShortcut} from './toolbar/use-paste-shortcut';
import '../../ui/tokens.css';
import './panel.css';
import './list/list.css';

/** Below this width the detail replaces the list. */
const NARROW = 600;

/** The whole panel. */
export function Panel({store}: {store: PanelStore}) {
  const frame = useRef<HTMLDivElement>(null);
  const {width} = useSize(frame);
  const panes = useDetailPanes();
  useFocusReturn(store);
  useFocusAfterPress();
  usePasteShortcut(store);
  return (
    <StoreContext.Provider value={store}>
      <KeyboardScope
        onFilter={focusFilter}
        onCoverage={() => (store.coverage.opened.value = !store.coverage.opened.peek())}
        onHelp={() => (store.helping.value = true)}
      >
        <div class="panel" ref={frame} data-narrow={width < NARROW}>
          <header class="top">
            <h1 class="hidden">Track Inspector</h1>
            <Toolbar />
            <Banner />
            <TimelinePlace />
          </header>
          <main class="content">
            <Content store={store} narrow={width < NARROW} panes={panes} />
            <LazyMenu />
            <LazyHelp />
          </main>
          <StatusBar />
          <Toast place="panel" />
        </div>
      </KeyboardScope>
    </StoreContext.Provider>
  );
}

interface ContentProps {
  store: PanelStore;
  narrow: boolean;
  panes: DetailPanes;
}

/** The list stays mounted whatever is beside or over it, so that it keeps its position and the focus. */
function Content({store, narrow, panes}: ContentProps) {
  useLayer('details', store.selection.close, store.selection.opened.value);
  const wanted = isSideOpen(store);
  return (
    <SplitPane
      split={store.settings.value.value.panel.split}
      stacked={narrow}
      left={<MainPane store={store} />}
      right={wanted ? <LazyDetail narrow={narrow} panes={panes} /> : null}
      onSplit={(split) => store.settings.change((now) => ({...now, panel: {...now.panel, split}}))}
    />
  );
}

function MainPane({store}: {store: PanelStore}) {
  const isCovered = store.coverage.opened.value;
  return (
    <div class="main-pane" data-covered={isCovered}>
      <ListPane />
      {isCovered && <LazyCoverage />}
    </div>
  );
}

/** Whether something is shown beside the list, or in its place. Reads signals. */
function isSideOpen(store: PanelStore): boolean {
  return store.selection.opened.value || isOverDetails(store);
}

/** Whether something is shown in place of the details. Reads signals. */
function isOverDetails({pasting, resending, comparing, golden}: PanelStore): boolean {
  return [pasting, resending, comparing].some(({value}) => value !== null) || golden.value?.isOpen === true;
}

/**
 * When the details or coverage close, the focus moves to what is beside or below; also when something else closes
 * that had the focus and cannot return it.
 */
function useFocusReturn(store: PanelStore): void {
  const {coverage, helping, menu} = store;
  const hasSideClosed = useClosing([isSideOpen(store)]);
  const hasCoverageClosed = useClosing([coverage.opened.value]);
  const hasOtherClosed = useClosing([isOverDetails(store), helping.value, menu.value !== null]);
  // Before the next frame, so that a key that follows at once is not lost.
  useLayoutEffect(() => {
    if (hasSideClosed) focusRows();
  });
  // These are removed by a later render.
  useEffect(() => {
    if (hasCoverageClosed || (hasOtherClosed && document.activeElement === document.body)) focusRows();
  });
}

/** A button above the rows, or among them, that disappears when it is pressed must not take the focus with it. */
function useFocusAfterPress(): void {
  useEffect(() => {
    const onClick = ({target}: MouseEvent) => {
      if (!(target instanceof Element && target.closest('.top, .main-pane'))) return;
      // The press is handled and shown by then.
      requestAnimationFrame(() => {
        if (!target.isConnected && document.activeElement === document.body) focusRows();
      });
    };
    document.addEventListener('click', onClick, true);
    return () => document.removeEventListener('click', onClick, true);
  }, []);
}

/** Whether one of these was open at the last render and is closed now. */
function useClosing(open: readonly boolean[]): boolean {
  const was = useRef(open);
  const hasClosed = was.current.some((isOpen, place) => isOpen && !open[place]);
  was.current = open;
  return hasClosed;
}

function focusRows(): void {
  [...document.querySelectorAll<HTMLElement>('[role="treegrid"]')].at(-1)?.focus();
}

function focusFilter(): void {
  const field = document.getElementById(FILTER_ID);
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}
