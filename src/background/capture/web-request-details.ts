import type {RequestBodyDetails} from '../../domain/capture/request-body';

/**
 * The details of webRequest events in the two browsers; the published types only describe one of them. Optional
 * fields are missing in one browser, or in some events.
 */
export interface WebRequestDetails {
  requestId: string;
  url: string;
  method: string;
  /** -1: no tab: sent by a worker, by the extension, or in Chromium by a page that is gone. */
  tabId: number;
  frameId: number;
  /** Chromium: `outermost_frame` is the page itself, even while it is being left and its frame ID is no longer 0. */
  frameType?: string | undefined;
  type: string;
  /** Milliseconds since the epoch. */
  timeStamp: number;
  /** Chromium: an origin. */
  initiator?: string | undefined;
  /** Chromium: ID of the document that sent it. */
  documentId?: string | undefined;
  /** Chromium: `pending_deletion` while the document is being left. */
  documentLifecycle?: string | undefined;
  /** Firefox: URL of what started the request. */
  originUrl?: string | undefined;
  /** Firefox: URL of the document, or of the worker's script. */
  documentUrl?: string | undefined;
}

export interface BeforeRequestDetails extends WebRequestDetails {
  requestBody?: RequestBodyDetails | null | undefined;
}

export interface SendHeadersDetails extends WebRequestDetails {
  requestHeaders?: readonly HttpHeader[] | undefined;
}

export interface AnswerDetails extends WebRequestDetails {
  statusCode: number;
  /** `HTTP/1.1 200 OK`. */
  statusLine: string;
  responseHeaders?: readonly HttpHeader[] | undefined;
}

export interface RedirectDetails extends AnswerDetails {
  redirectUrl: string;
}

export interface ErrorDetails extends WebRequestDetails {
  error: string;
}

export interface HttpHeader {
  name: string;
  value?: string | undefined;
  /** Bytes that are not UTF-8. */
  binaryValue?: ArrayBuffer | readonly number[] | undefined;
}
