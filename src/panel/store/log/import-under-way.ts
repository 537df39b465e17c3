/** An import whose records are being written to the log. */
export interface ImportUnderWay {
  /** ID of the import; see `ImportSource`. */
  id: string;
  /**
   * Ends it. Resolves when nothing more will be written, with the IDs of the records that were written: the caller
   * removes them.
   */
  stop(why: 'cleared' | 'removed'): Promise<readonly string[]>;
}
