import {Compartment, type Extension} from '@codemirror/state';
import {ViewPlugin, type ViewUpdate} from '@codemirror/view';

/** What CodeMirror calls a key that inserts. */
const TYPING = 'input.type';

/** An extension whose code comes once the editor is shown: the text is painted without it, and sooner. */
export function createLazyExtension(
  load: () => Promise<Extension>,
  onFailure: (error: unknown) => void,
): Extension {
  const place = new Compartment();
  let isThere = false;

  const follow = ViewPlugin.define((view) => {
    let isShown = true;
    let isTyping = false;
    if (!isThere) {
      load().then((extension) => {
        if (!isShown || isThere) return;
        isThere = true;
        view.dispatch({effects: place.reconfigure(extension)});
        // If the user has started to type, this acts as if the last key was pressed now.
        if (isTyping) view.dispatch({userEvent: TYPING});
      }, onFailure);
    }
    return {
      update({transactions}: ViewUpdate) {
        isTyping ||= transactions.some((transaction) => transaction.isUserEvent(TYPING));
      },
      destroy() {
        isShown = false;
      },
    };
  });
  return [place.of([]), follow];
}
