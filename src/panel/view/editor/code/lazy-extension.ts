import {Compartment, type Extension} from '@codemirror/state';
import {ViewPlugin, type ViewUpdate} from '@codemirror/view';

/** CodeMirror's name for a key that inserts. */
const TYPING = 'input.type';

/** An extension whose code is loaded once the editor is shown, so that the text is painted sooner. */
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
