import {type Extension, StateEffect} from '@codemirror/state';
import {type EditorView, keymap, ViewPlugin} from '@codemirror/view';

export interface LazySearchOptions {
  onFailure(error: unknown): void;
  /** How to close the search, while it is open; null: it is closed. */
  onSearch(close: (() => void) | null): void;
}

type Search = typeof import('@codemirror/search');

/** Search comes when it is first asked for: most drafts are mended without it. */
export function createLazySearch({onFailure, onSearch}: LazySearchOptions): Extension {
  let found: Search | null = null;

  const open = async (view: EditorView) => {
    if (found === null) {
      found = await import('@codemirror/search');
      const extensions = [
        found.search({top: false}),
        keymap.of(found.searchKeymap),
        followSearch(found, onSearch),
      ];
      view.dispatch({effects: StateEffect.appendConfig.of(extensions)});
    }
    found.openSearchPanel(view);
  };
  const run = (view: EditorView) => {
    open(view).catch(onFailure);
    return true;
  };
  return keymap.of([{key: 'Mod-f', run}]);
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
