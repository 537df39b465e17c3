/** What Escape closes, outermost first: of two that are open, the one further down this list goes first. */
export const layerKinds = [
  'coverage',
  'details',
  'mark',
  'side-pane',
  'dialog',
  'search',
  'question',
  'field',
  'menu',
  'help',
  'message',
] as const;
export type LayerKind = (typeof layerKinds)[number];

interface Layer {
  kind: LayerKind;
  close(): void;
}

/** What is open in the panel. */
export interface Layers {
  /** Something opened; the returned function says that it is gone. */
  open(layer: Layer): () => void;
  readonly isEmpty: boolean;
  /** Closes the innermost open thing, of several of its kind the one that opened last. */
  closeInnermost(): void;
}

export function createLayers(): Layers {
  let layers: readonly Layer[] = [];
  return {
    open(layer) {
      layers = [...layers, layer];
      return () => {
        layers = layers.filter((one) => one !== layer);
      };
    },
    get isEmpty() {
      return layers.length === 0;
    },
    closeInnermost() {
      const innermost = layers.toSorted((a, b) => rank(a) - rank(b)).at(-1);
      innermost?.close();
    },
  };
}

function rank({kind}: Layer): number {
  return layerKinds.indexOf(kind);
}
