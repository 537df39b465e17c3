/** A connection to a database that is opened again after it was closed. */
export interface Connection<Database> {
  /** Opens it if it is not open. Rejects if the browser does not open it; the next call tries again. */
  use(): Promise<Database>;
  /** Permanently: later uses fail. */
  close(): void;
}

/**
 * Opens again after the browser closed the connection (site data was deleted, the disk failed), or after it made way
 * for a newer version or a deletion: the background would otherwise lose everything until it is restarted.
 */
export function keepOpen<Database extends {close(): void}>(
  open: (onClosed: () => void) => Promise<Database>,
): Connection<Database> {
  let current: Promise<Database> | null = null;
  let isOver = false;

  function use(): Promise<Database> {
    if (current !== null) return current;
    const opening = open(() => forget(opening));
    current = opening;
    opening.catch(() => forget(opening));
    return opening;
  }

  function forget(opening: Promise<Database>): void {
    if (current === opening && !isOver) current = null;
  }

  return {
    use,
    close() {
      isOver = true;
      current?.then(
        (database) => database.close(),
        () => undefined,
      );
    },
  };
}

/** Options of `openDB`: a newer version of the extension must not wait for a page that the old one left open. */
export function whenClosed(onClosed: () => void) {
  return {
    blocking(_current: number, _blocked: number | null, event: IDBVersionChangeEvent) {
      if (event.target instanceof IDBDatabase) event.target.close();
      onClosed();
    },
    terminated: onClosed,
  };
}
