/** A request that the user pasted: enough for a draft without a captured request. */
export interface PastedRequest {
  /** Null: only a body was pasted. Does not contain its credentials, see `credentials`. */
  url: string | null;
  method: string;
  /** Without those that are credentials. */
  headers: readonly {name: string; value: string}[];
  /** Null: there is no body. */
  body: Uint8Array<ArrayBuffer> | null;
  /** The credentials that were found and removed: only sent if the user chooses to. Must not be stored on disk. */
  credentials: readonly FoundCredential[];
  /** Sentences about parts that were ignored or could not be used. */
  notes: readonly string[];
}

export interface FoundCredential {
  place: 'header' | 'query';
  /** Name of the header or the query parameter, as written. */
  name: string;
  /** As written; in a query still percent-encoded. */
  value: string;
}

/** The result of a reader of one format, before credentials are removed. */
export interface RawParts {
  url: string | null;
  method: string;
  headers: {name: string; value: string}[];
  body: Uint8Array<ArrayBuffer> | null;
  notes: string[];
}
