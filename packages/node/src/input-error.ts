/** The input cannot be checked, and `lines` says why and what to do: exit code 2 of the command line. */
export class InputError extends Error {
  override name = 'InputError';
  readonly lines: readonly string[];

  /** @param more further messages, one per line */
  constructor(message: string, more: readonly string[] = []) {
    super([message, ...more].join('\n'));
    this.lines = [message, ...more];
  }
}
