/**
 * Credentials of this browser session, each distinct value once under a random reference, in `storage.session` only:
 * they are never written to disk and are gone when the browser closes.
 */
export interface SecretStore {
  /**
   * The reference of a value that the user entered, the same for the same value. It is kept during the session.
   * Rejects with a clear sentence when the quota is full.
   */
  keep(value: string): Promise<string>;
  /**
   * The references of several captured values, by value, stored at once. They are kept as long as a record of the log
   * refers to them. Rejects like `keep`.
   */
  keepAll(values: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The values that still exist. */
  values(references: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
