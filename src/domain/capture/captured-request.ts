import type {CredentialFacts} from '../secrets/credential-facts';

/**
 * One HTTP request to an analytics endpoint as captured, without interpretation. The capture log stores it,
 * `inspectRequest` checks it, and replays start from it.
 */
export interface CapturedRequest {
  /** Unique within the capture log, and does not change when further observations of the same request arrive. */
  id: string;
  /** As sent, except for credentials in its query, which are replaced by `secret-…` references (see `secrets.ts`). */
  url: string;
  /** Length of the whole address in characters; set if only its beginning is kept (see `keep-url.ts`). */
  urlLength?: number;
  /** As reported by the browser; compare case-insensitively. */
  method: string;
  headers: CapturedHeaders;
  body: CapturedBody;
  /** Milliseconds since the epoch, with the browser's fraction; null if it was not recorded (imports). */
  startedAt: number | null;
  /** Where it came from. */
  origin: RequestOrigin;
  outcome: Outcome;
  /** Who observed it, each once, first observer first. */
  seenBy: readonly Observer[];
  /** Only for requests that we sent ourselves: the data of that replay. */
  replay?: ReplayRecord;
  /** Only for requests that came from a file. */
  imported?: ImportSource;
  /** Kept when its browser session ends (without credentials), and never dropped to make room. */
  pinned?: boolean;
}

/** ID of the import: importing the same file again creates another. */
export interface ImportSource {
  id: string;
  /** Name of the file. */
  file: string;
}

export type Observer = 'web-request' | 'har' | 'page-hook' | 'replay' | 'import';

export interface RequestOrigin {
  /** The tab it belongs to; null for shared and service workers, replays and imports. */
  tabId: number | null;
  /** 0 is the top frame; null if the browser does not say. */
  frameId: number | null;
  /** Origin (Chromium) or URL (Firefox) of the initiator. */
  initiator: string | null;
  /** URL of the document or worker script that sent it, if the browser says. */
  documentUrl: string | null;
  /** URL of the page that the tab showed when the request was sent; groups the list into visits. */
  pageUrl: string | null;
  /** The browser's resource type (`xmlhttprequest`, `ping`, `beacon`, `sub_frame` …), unfiltered. */
  type: string | null;
}

export type CapturedBody =
  | {kind: 'bytes'; bytes: Uint8Array<ArrayBuffer>; note?: string}
  /** The browser decoded a form and did not provide its bytes. */
  | {kind: 'form'; fields: Record<string, string[]>}
  /** There was a body, or may have been one, and it could not be read. `size`: bytes on the wire, if known. */
  | {kind: 'missing'; reason: MissingBodyReason; size?: number}
  /** The first part only: never checked as a whole. `size`: bytes on the wire, if known. */
  | {kind: 'cut'; bytes: Uint8Array<ArrayBuffer>; reason: MissingBodyReason; size?: number}
  /** The request has no body. */
  | {kind: 'none'};

export type MissingBodyReason =
  /** Chromium does not give extensions the bytes of a Blob; DevTools' own record may have them. */
  | 'blob'
  /** A File or a disk-backed Blob: neither browser has an API for its bytes. */
  | 'file'
  /** A streamed body. */
  | 'stream'
  /** The browser only provided the first part (16 MiB in webRequest, 1 MiB in Firefox' HAR). */
  | 'cut'
  /** A form with file parts, or one too large for the browser to decode. */
  | 'form'
  /** Bytes that were damaged by a text API. */
  | 'damaged'
  /** The disk was full. */
  | 'not-stored'
  /** An imported record without a body. */
  | 'not-recorded'
  /** The browser did not give a reason. */
  | 'unknown';

/** A header as sent. `value` is null if only the name is known: the value was hidden or deleted. */
export interface CapturedHeader {
  name: string;
  value: string | null;
  /** Key of the value in the session's secret store; `value` is null until it is looked up. */
  secret?: string;
  /** Only for a credential that was removed: the facts that rules need to know. */
  facts?: CredentialFacts;
}

/** Unknown headers and values of redacted headers are not checked. */
export type CapturedHeaders =
  | {state: 'known'; list: readonly CapturedHeader[]}
  | {state: 'redacted'; list: readonly CapturedHeader[]}
  | {state: 'unknown'};

export type Outcome =
  /** Pending, or its end was not captured. */
  | {state: 'pending'}
  /** Only for replays: stored, not yet sent. */
  | {state: 'queued'}
  | Answer
  /**
   * No response, or not all of it: refused, aborted, blocked, timed out, cut off. `error` is the browser's own code or
   * message. `status`: a response began; it does not tell whether the server recorded the events.
   */
  | {state: 'failed'; error: string; endedAt: number | null; status?: number | undefined}
  /**
   * No response was captured: the page was left, DevTools does not say why, the background stopped during a replay, or
   * only the page hook reported it, and it may not have been sent.
   */
  | {state: 'unknown'; reason: string; endedAt?: number | null};

export interface Answer {
  state: 'answered';
  status: number;
  statusText: string;
  headers: CapturedHeaders;
  body: AnswerBody;
  endedAt: number | null;
}

/** `text` was decoded by DevTools or by our own fetch; `missing` says why there is none. */
export type AnswerBody =
  | {kind: 'text'; text: string; cut?: boolean; mimeType?: string}
  | {kind: 'missing'; reason: 'not-observed' | 'opaque' | 'empty' | 'navigated' | 'not-text'};

/** The original of a replay, how it is sent, and whether a sender has claimed it. */
export interface ReplayRecord {
  /** ID of the request it corrects; null for a draft that was pasted. */
  sourceId: string | null;
  /** Sent by our background, or by a script in the page. */
  way: 'extension' | 'page';
  /** The random one-shot marker in the URL fragment by which our own observers recognise it. */
  marker: string;
  /** True once a sender has claimed it: a second sender ignores it, so it is not sent twice. */
  claimed: boolean;
  timeoutSeconds: number;
  followRedirects: boolean;
  /** The browser may add its cookies for the address; without it none are sent. */
  cookies?: boolean;
}
