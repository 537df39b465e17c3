/** The end of each part, if parts with these lengths follow one another. */
export function sumUp(lengths: readonly number[]): Uint32Array {
  const ends = new Uint32Array(lengths.length);
  let end = 0;
  let place = 0;
  for (const length of lengths) {
    end += length;
    ends[place++] = end;
  }
  return ends;
}
