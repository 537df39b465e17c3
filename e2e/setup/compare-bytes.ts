import {expect} from 'vitest';

/**
 * Bytes are compared as bytes. Vitest's own comparison goes through typed arrays as through any object, key by key, which
 * takes a second for some 200,000.
 */
expect.addEqualityTesters([
  (left: unknown, right: unknown): boolean | undefined => {
    if (!(left instanceof Uint8Array && right instanceof Uint8Array)) return undefined;
    if (Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return undefined;
    return Buffer.compare(left, right) === 0;
  },
]);
