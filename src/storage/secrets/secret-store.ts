/**
 * Credentials of this browser session, each distinct value once under a random reference, in `storage.session` only:
 * they never touch the disk and are gone when the browser closes.
 */
export interface SecretStore {
  /**
   * The reference of a value that the user gave, the same for the same value. It stays as long as the session. Rejects
   * with a clear sentence when the quota is full.
   */
  keep(value: string): Promise<string>;
  /**
   * The references of several captured values, by value, stored in one go. They stay for as long as a record of the log
   * refers to them. Rejects as `keep` does.
   */
  keepAll(values: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The values that are still known. */
  values(references: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
