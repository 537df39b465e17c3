/** Nothing can be judged, and `message` says why and what to do: exit code 2. */
export class InputError extends Error {
  override name = 'InputError';
  readonly lines: readonly string[];

  /** @param more what there is to say besides, a line each */
  constructor(message: string, more: readonly string[] = []) {
    super(message);
    this.lines = [message, ...more];
  }
}
