import {describe, expect, it} from 'vitest';
import {createLayers, type LayerKind, layerKinds} from './layers';

/** Opens these in order, closes one after the other, and returns the order in which they closed. */
function closeAll(opened: readonly LayerKind[]): string[] {
  const layers = createLayers();
  const closed: string[] = [];
  for (const [index, kind] of opened.entries()) {
    const remove = layers.open({
      kind,
      close: () => {
        closed.push(`${kind} ${index}`);
        remove();
      },
    });
  }
  while (!layers.isEmpty) layers.closeInnermost();
  return closed;
}

describe('the open things of the panel', () => {
  it('go innermost first, whichever opened first', () => {
    const inOrder = layerKinds.map((kind, index) => `${kind} ${index}`).toReversed();
    expect(closeAll(layerKinds)).toEqual(inOrder);
    expect(closeAll(layerKinds.toReversed()).map((name) => name.split(' ')[0])).toEqual(
      layerKinds.toReversed(),
    );
  });

  it('go last opened first where they are of one kind', () => {
    expect(closeAll(['dialog', 'dialog', 'details'])).toEqual(['dialog 1', 'dialog 0', 'details 2']);
  });

  it('are left alone when there are none', () => {
    const layers = createLayers();
    layers.closeInnermost();
    expect(layers.isEmpty).toBe(true);
  });
});
