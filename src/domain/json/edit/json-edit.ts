/**
 * One change to JSON text. Pointers name places in the text as it is before any of the edits that are applied with
 * it. `text` is JSON and goes in as it stands: `"1e400"` stays 1e400. Of a duplicated key, `replace` and
 * `wrap-in-array` change the last member, which is the one that counts; `remove`, `rename` and `move` take all of
 * them, so that afterwards none of that name is left.
 */
export type JsonEdit =
  | {op: 'replace'; pointer: string; text: string}
  /**
   * Into an object: at its end, or in place of the value if the key is there. Into an array: before that index, `-`
   * at the end.
   */
  | {op: 'add'; pointer: string; text: string}
  | {op: 'remove'; pointer: string}
  | {op: 'rename'; pointer: string; key: string}
  | {op: 'wrap-in-array'; pointer: string}
  /** The value keeps its own text. */
  | {op: 'move'; from: string; pointer: string};

export type JsonEditErrorCode =
  /** The text to edit, or a value to put in, is no JSON. */
  | 'not-json'
  | 'no-pointer'
  /** The value to change, or the object or array to add to, is not there. */
  | 'not-found'
  /** A member of that name is there already. */
  | 'already-there'
  /** Two edits want the same place, or one changes what another takes away. */
  | 'conflict';

/** An edit that cannot be made; nothing was changed. The message is a sentence for the user. */
export class JsonEditError extends Error {
  override readonly name = 'JsonEditError';

  constructor(
    readonly code: JsonEditErrorCode,
    message: string,
    options?: {cause: unknown},
  ) {
    super(message, options);
  }
}
