/** The input cannot be checked, and `message` says why and what to do: exit code 2. */
export class InputError extends Error {
  override name = 'InputError';
  readonly lines: readonly string[];

  /** @param more further messages, one per line */
  constructor(message: string, more: readonly string[] = []) {
    super(message);
    this.lines = [message, ...more];
  }
}
