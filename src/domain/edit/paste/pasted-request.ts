/** A request that the user pasted: enough for a draft without any captured request. */
export interface PastedRequest {
  /** Null: only a body was pasted. Its credentials are taken out, see `credentials`. */
  url: string | null;
  method: string;
  /** Without those that are credentials. */
  headers: readonly {name: string; value: string}[];
  /** Null: there is none. */
  body: Uint8Array<ArrayBuffer> | null;
  /** What was found and removed: it is only sent if the user says so. Never to be stored on disk. */
  credentials: readonly FoundCredential[];
  /** What was read over or could not be taken, in sentences. */
  notes: readonly string[];
}

export interface FoundCredential {
  place: 'header' | 'query';
  /** Of the header or the query parameter, as written. */
  name: string;
  /** As written; in a query still percent-encoded. */
  value: string;
}

/** What a reader of one format found, before credentials are parted from it. */
export interface RawParts {
  url: string | null;
  method: string;
  headers: {name: string; value: string}[];
  body: Uint8Array<ArrayBuffer> | null;
  notes: string[];
}
