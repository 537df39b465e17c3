/**
 * One change to JSON text. Pointers refer to the text before any of the edits that are applied together. `text` is
 * JSON and is inserted unchanged: `"1e400"` stays 1e400. For a duplicated key, `replace` and `wrap-in-array` change
 * the last member, which is the one that counts; `remove` and `rename` affect all of them, so that afterwards none with that name
 * is left.
 */
export type JsonEdit =
  | {op: 'replace'; pointer: string; text: string}
  /**
   * Into an object: at its end, or replacing the value if the key exists. Into an array: before that index, `-` at
   * the end.
   */
  | {op: 'add'; pointer: string; text: string}
  | {op: 'remove'; pointer: string}
  | {op: 'rename'; pointer: string; key: string}
  | {op: 'wrap-in-array'; pointer: string};

export type JsonEditErrorCode =
  /** The text to edit, or a value to insert, is not JSON. */
  | 'not-json'
  | 'no-pointer'
  /** The value to change, or the object or array to add to, does not exist. */
  | 'not-found'
  /** A member with that name already exists. */
  | 'already-there'
  /** Two edits have the same target, or one changes what another removes. */
  | 'conflict';

/** An edit that cannot be applied; nothing was changed. The message is a sentence for the user. */
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
