import {expect, it} from 'vitest';
import {toOffer} from './TreeLine';
import {toPreview} from './to-preview';

it.each([401, 100_000, 100_001, 1_048_576])('offers as many of %d characters as it then shows', (length) => {
  const {text, isCut} = toPreview('x'.repeat(length), false, true);
  // Two quotes, and an ellipsis if it is cut.
  const shown = text.length - (isCut ? 3 : 2);
  const all = length.toLocaleString('en-US');
  expect(toOffer(length)).toBe(
    isCut ? `show ${shown.toLocaleString('en-US')} of ${all} characters` : `show all ${all} characters`,
  );
});
