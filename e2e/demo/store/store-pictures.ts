/** A picture that a store asks for, in `docs/store`. */
export interface StorePicture {
  name: string;
  width: number;
  height: number;
  /** What is to be seen: the caption, where a store has room for one. */
  caption: string;
}

/** Chrome Web Store: screenshots of 1280 × 800, no more than five. addons.mozilla.org takes any size, and these too. */
const screenshot = {width: 1280, height: 800};

/** Of the scripted visit, in its order. */
export const screenshots = {
  fault: {name: '1-fault', ...screenshot, caption: 'Each event is checked, and an issue stands at its field'},
  correction: {
    name: '2-correction',
    ...screenshot,
    caption: 'Fixed in the editor, with the original beside it',
  },
  replay: {name: '3-replay', ...screenshot, caption: 'Sent again, with both answers beside each other'},
  coverage: {
    name: '4-coverage',
    ...screenshot,
    caption: 'Held against your tracking plan: what is wrong, and what never fired',
  },
} as const satisfies Record<string, StorePicture>;

/** Chrome Web Store: the small promotional tile. */
export const tile: StorePicture = {
  name: 'tile',
  width: 440,
  height: 280,
  caption: 'See, check, fix and resend analytics events',
};

/** All that `npm run store:pictures` takes. */
export const storePictures: readonly StorePicture[] = [...Object.values(screenshots), tile];
