/** The parts that Escape closes, outermost first: of two open ones, the later one in this list closes first. */
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

/** The open parts of the panel. */
export interface Layers {
  /** A part was opened; the returned function reports that it is closed. */
  open(layer: Layer): () => void;
  readonly isEmpty: boolean;
  /** Closes the innermost open part; of several of the same kind the one that opened last. */
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
