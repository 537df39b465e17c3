/** A picture for a store, in `docs/store`. */
export interface StorePicture {
  name: string;
  width: number;
  height: number;
  /** A description of the picture, which some stores show as its caption. */
  caption: string;
}

/** Chrome Web Store: screenshots of 1280 × 800, up to five. addons.mozilla.org accepts any size. */
const screenshot = {width: 1280, height: 800};

/** From the scripted visit, in its order. */
export const screenshots = {
  fault: {
    name: '1-fault',
    ...screenshot,
    caption: 'Each event is checked, and each issue is shown at its field',
  },
  correction: {
    name: '2-correction',
    ...screenshot,
    caption: 'Fixed in the editor, with the original next to it',
  },
  replay: {name: '3-replay', ...screenshot, caption: 'Sent again, with both responses side by side'},
  coverage: {
    name: '4-coverage',
    ...screenshot,
    caption: 'Checked against your tracking plan: what is wrong, and what was never sent',
  },
} as const satisfies Record<string, StorePicture>;

/** Chrome Web Store: the small promotional tile. */
export const tile: StorePicture = {
  name: 'tile',
  width: 440,
  height: 280,
  caption: 'See, check, fix and resend analytics events',
};

/** All pictures that `npm run store:pictures` takes. */
export const storePictures: readonly StorePicture[] = [...Object.values(screenshots), tile];
