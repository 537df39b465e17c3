/** The part of a HAR entry (HAR 1.2) that we read; fields with an underscore are Chromium's own. */
export interface HarEntry {
  startedDateTime: string;
  /** Milliseconds. */
  time?: number | undefined;
  request: {
    method: string;
    url: string;
    headers: readonly {name: string; value: string}[];
    postData?: {text?: string | undefined; mimeType?: string | undefined} | undefined;
  };
  response: {
    status: number;
    statusText: string;
    headers: readonly {name: string; value: string}[];
    content?: {size?: number | undefined; mimeType?: string | undefined} | undefined;
    _error?: string | null | undefined;
    _fetchedViaServiceWorker?: boolean | undefined;
  };
}

/** What `getContent` gave: the text, and Chromium's 'base64' or Firefox' MIME type; null where it refused. */
export type HarContent =
  | readonly [text: string | null | undefined, encoding: string | null | undefined]
  | null;
