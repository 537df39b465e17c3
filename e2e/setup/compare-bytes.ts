import {expect} from 'vitest';

/**
 * Compares bytes as bytes. Vitest's own comparison walks typed arrays key by key like any object, which takes a
 * second for about 200,000.
 */
expect.addEqualityTesters([
  (left: unknown, right: unknown): boolean | undefined => {
    if (!(left instanceof Uint8Array && right instanceof Uint8Array)) return undefined;
    if (Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return undefined;
    return Buffer.compare(left, right) === 0;
  },
]);
