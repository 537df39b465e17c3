import {type Extension, Prec, StateEffect} from '@codemirror/state';
import {EditorView, keymap, ViewPlugin} from '@codemirror/view';

export interface LazySearchOptions {
  onFailure(error: unknown): void;
  /** Closes the search while it is open; null: it is closed. */
  onSearch(close: (() => void) | null): void;
}

type Search = typeof import('@codemirror/search');

/** Search is loaded on first use: most drafts are corrected without it. */
export function createLazySearch({onFailure, onSearch}: LazySearchOptions): Extension {
  let found: Search | null = null;
  /** From the request for search until it is loaded: these keys are meant for it. */
  let typed: string | null = null;

  async function load(view: EditorView): Promise<Search> {
    found = await import('@codemirror/search');
    const extensions = [
      found.search({top: false}),
      keymap.of(found.searchKeymap),
      followSearch(found, onSearch),
    ];
    view.dispatch({effects: StateEffect.appendConfig.of(extensions)});
    return found;
  }

  async function open(view: EditorView): Promise<void> {
    try {
      typed = '';
      const search = found ?? (await load(view));
      search.openSearchPanel(view);
      if (typed !== '') searchFor(view, typed, search);
    } finally {
      typed = null;
    }
  }

  const run = (view: EditorView) => {
    if (typed === null) open(view).catch(onFailure);
    return true;
  };
  const holdKeys = EditorView.domEventHandlers({
    keydown({key, ctrlKey, metaKey, altKey, isComposing}) {
      if (typed === null || isComposing) return false;
      if (key.length === 1 && !ctrlKey && !metaKey && !altKey) typed += key;
      if (key === 'Backspace') typed = typed.slice(0, -1);
      return true;
    },
  });
  const holdText = EditorView.inputHandler.of((_view, _from, _to, text) => {
    if (typed === null) return false;
    typed += text;
    return true;
  });
  return [Prec.highest([holdKeys, holdText]), keymap.of([{key: 'Mod-f', run}])];
}

function searchFor(view: EditorView, text: string, {SearchQuery, setSearchQuery}: Search): void {
  view.dispatch({effects: setSearchQuery.of(new SearchQuery({search: text}))});
  view.dom.querySelector<HTMLInputElement>('[main-field]')?.setSelectionRange(text.length, text.length);
}

function followSearch(
  {searchPanelOpen, closeSearchPanel}: Search,
  onSearch: LazySearchOptions['onSearch'],
): Extension {
  return ViewPlugin.define((view) => {
    const tell = (isOpen: boolean) => onSearch(isOpen ? () => closeSearchPanel(view) : null);
    if (searchPanelOpen(view.state)) tell(true);
    return {
      update({state, startState}) {
        if (searchPanelOpen(state) !== searchPanelOpen(startState)) tell(searchPanelOpen(state));
      },
      destroy: () => onSearch(null),
    };
  });
}
