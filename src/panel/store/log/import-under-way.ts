/** An import whose records are being written to the log. */
export interface ImportUnderWay {
  /** Of the import; see `ImportSource`. */
  id: string;
  /**
   * Ends it. Resolves when nothing more of it will be written, with the IDs that were: they are not removed, because
   * whoever ends it does that.
   */
  stop(why: 'cleared' | 'removed'): Promise<readonly string[]>;
}
