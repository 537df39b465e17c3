/** Numbers from 0 to 1 that are the same for the same seed (mulberry32); without a seed, it is taken from the clock. */
export function createRandom(wanted: string | undefined): {seed: number; random: () => number} {
  const seed = wanted === undefined ? Date.now() % 1_000_000 : Number(wanted);
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {seed, random};
}
