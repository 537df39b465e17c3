import type {CredentialFacts} from '../secrets/credential-facts';

/**
 * One HTTP request as it was seen on its way to an analytics endpoint: what the network showed, nothing interpreted.
 * It is what the capture log stores, what `inspectRequest` judges and what a replay starts from.
 */
export interface CapturedRequest {
  /** Unique within the capture log, and stable while observations of the same request come in. */
  id: string;
  /** As sent, but for credentials in its query, which stand as `secret-…` references (see `secrets.ts`). */
  url: string;
  /** Characters of the whole address; set where only its beginning is kept (see `keep-url.ts`). */
  urlLength?: number;
  /** As the browser reports it; compare without regard to case. */
  method: string;
  headers: CapturedHeaders;
  body: CapturedBody;
  /** Milliseconds since the epoch, with the fraction the browser gave; null if it was not recorded (imports). */
  startedAt: number | null;
  /** Where it came from. */
  origin: RequestOrigin;
  outcome: Outcome;
  /** Who observed it, each once, first observer first. */
  seenBy: readonly Observer[];
  /** Present on a request that we sent ourselves: the account of that replay. */
  replay?: ReplayRecord;
  /** Present on what came from a file. */
  imported?: ImportSource;
  /** Kept when its browser session ends (without credentials), and never dropped to make room. */
  pinned?: boolean;
}

/** One import of one file: the same file imported again is another. */
export interface ImportSource {
  id: string;
  /** Name of the file. */
  file: string;
}

export type Observer = 'web-request' | 'har' | 'page-hook' | 'replay' | 'import';

export interface RequestOrigin {
  /** The tab it belongs to; null for shared and service workers, replays and imports. */
  tabId: number | null;
  /** 0 is the top frame; null where the browser did not say. */
  frameId: number | null;
  /** Origin (Chromium) or URL (Firefox) of what started the request. */
  initiator: string | null;
  /** URL of the document or worker script that sent it, where the browser says. */
  documentUrl: string | null;
  /** URL of the page that the tab showed when the request left; groups the list into visits. */
  pageUrl: string | null;
  /** The browser's resource type (`xmlhttprequest`, `ping`, `beacon`, `sub_frame` …), unfiltered. */
  type: string | null;
}

export type CapturedBody =
  | {kind: 'bytes'; bytes: Uint8Array<ArrayBuffer>; note?: string}
  /** The browser decoded a form and gave no bytes. */
  | {kind: 'form'; fields: Record<string, string[]>}
  /** There was a body, or may have been one, and it could not be read. `size`: bytes on the wire, if known. */
  | {kind: 'missing'; reason: MissingBodyReason; size?: number}
  /** The first part only: never judged as a whole. `size`: bytes on the wire, if known. */
  | {kind: 'cut'; bytes: Uint8Array<ArrayBuffer>; reason: MissingBodyReason; size?: number}
  /** The request has none. */
  | {kind: 'none'};

export type MissingBodyReason =
  /** Chromium gives extensions no bytes of a Blob; DevTools' own record may bring them. */
  | 'blob'
  /** A File or a disk-backed Blob: no API of either browser gives its bytes. */
  | 'file'
  /** A streamed body. */
  | 'stream'
  /** The browser gave the first part only (16 MiB in webRequest, 1 MiB in Firefox' HAR). */
  | 'cut'
  /** A form with file parts, or one too large for the browser to decode. */
  | 'form'
  /** Bytes that came through a text API and were damaged. */
  | 'damaged'
  /** The disk had no room for it. */
  | 'not-stored'
  /** An imported record that has none. */
  | 'not-recorded'
  /** The browser gave no reason. */
  | 'unknown';

/** A header as sent. `value` is null where only the name is known: its value was withheld or forgotten. */
export interface CapturedHeader {
  name: string;
  value: string | null;
  /** Key of the value in the session's secret store; then `value` is null until it is looked up. */
  secret?: string;
  /** Of a credential that was taken out: what rules need to know of it. */
  facts?: CredentialFacts;
}

/** No verdict is given on headers that are unknown, nor on the value of one that is redacted. */
export type CapturedHeaders =
  | {state: 'known'; list: readonly CapturedHeader[]}
  | {state: 'redacted'; list: readonly CapturedHeader[]}
  | {state: 'unknown'};

export type Outcome =
  /** On its way, or its end was not seen. */
  | {state: 'pending'}
  /** Only for replays: stored, not yet sent. */
  | {state: 'queued'}
  | Answer
  /** No answer came: refused, aborted, blocked, timed out. `error` is the browser's own code or sentence. */
  | {state: 'failed'; error: string; endedAt: number | null}
  /** No answer was seen: the page was left, DevTools does not say why, or the background stopped during a replay. */
  | {state: 'unknown'; reason: string; endedAt?: number | null};

export interface Answer {
  state: 'answered';
  status: number;
  statusText: string;
  headers: CapturedHeaders;
  body: AnswerBody;
  endedAt: number | null;
}

/** `text` is what DevTools or our own fetch decoded; `missing` says why there is none. */
export type AnswerBody =
  | {kind: 'text'; text: string; cut?: boolean; mimeType?: string}
  | {kind: 'missing'; reason: 'not-observed' | 'opaque' | 'empty' | 'navigated'};

/** What a replay was made from, how it is sent, and whether a sender has taken it. */
export interface ReplayRecord {
  /** Id of the request it corrects; null for a draft that was pasted in. */
  sourceId: string | null;
  /** By our background, or by a script in the page. */
  way: 'extension' | 'page';
  /** The random one-shot marker in the URL fragment by which our own observers know it. */
  marker: string;
  /** True once a sender took it: a second sender leaves it alone, so it is not sent twice. */
  claimed: boolean;
  timeoutSeconds: number;
  followRedirects: boolean;
  /** The browser may add the cookies that it holds for the address; without it none are sent. */
  cookies?: boolean;
}
