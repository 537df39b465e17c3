/**
 * The methods of `browser.storage.session` and `browser.storage.local` that we use: passed in, so that tests need no
 * browser.
 */
export interface StorageArea {
  /** null: everything. */
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface ObservableStorageArea extends StorageArea {
  onChanged: {
    addListener(listener: (changes: Record<string, unknown>) => void): void;
    removeListener(listener: (changes: Record<string, unknown>) => void): void;
  };
}
