import {Compartment, type Extension} from '@codemirror/state';
import {ViewPlugin} from '@codemirror/view';

/** An extension whose code comes once the editor is shown: the text is painted without it, and sooner. */
export function createLazyExtension(
  load: () => Promise<Extension>,
  onFailure: (error: unknown) => void,
): Extension {
  const place = new Compartment();
  let isThere = false;

  const follow = ViewPlugin.define((view) => {
    let isShown = true;
    if (!isThere) {
      load().then((extension) => {
        if (!isShown || isThere) return;
        isThere = true;
        view.dispatch({effects: place.reconfigure(extension)});
      }, onFailure);
    }
    return {
      destroy() {
        isShown = false;
      },
    };
  });
  return [place.of([]), follow];
}
