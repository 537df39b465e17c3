/**
 * Credentials of this browser session, each distinct value once under a random reference, in `storage.session` only:
 * they never touch the disk and are gone when the browser closes.
 */
export interface SecretStore {
  /** The reference of a value, the same for the same value. Rejects with a clear sentence when the quota is full. */
  keep(value: string): Promise<string>;
  /** The references of several values, by value, stored in one go. Rejects as `keep` does. */
  keepAll(values: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The values that are still known. */
  values(references: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
