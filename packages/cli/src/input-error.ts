/** Nothing can be judged, and `message` says why and what to do: exit code 2. */
export class InputError extends Error {
  override name = 'InputError';
}
