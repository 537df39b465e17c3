import {type Extension, StateEffect} from '@codemirror/state';
import {type EditorView, keymap} from '@codemirror/view';

/** Search comes when it is first asked for: most drafts are mended without it. */
export function createLazySearch(onFailure: (error: unknown) => void): Extension {
  let found: typeof import('@codemirror/search') | null = null;

  const open = async (view: EditorView) => {
    if (found === null) {
      found = await import('@codemirror/search');
      const extensions = [found.search({top: false}), keymap.of(found.searchKeymap)];
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
