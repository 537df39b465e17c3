import type {RequestBodyDetails} from '../../domain/capture/request-body';

/**
 * The details of webRequest events as the two browsers really give them; the published types know only one of them
 * each. What is optional is missing in one browser, or in some events.
 */
export interface WebRequestDetails {
  requestId: string;
  url: string;
  method: string;
  /** -1: no tab, so a worker's, the extension's own, or in Chromium of a page that is gone. */
  tabId: number;
  frameId: number;
  /** Chromium: `outermost_frame` is the page itself, also while it is being left and has no frame id 0 any more. */
  frameType?: string | undefined;
  type: string;
  /** Milliseconds since the epoch. */
  timeStamp: number;
  /** Chromium: an origin. */
  initiator?: string | undefined;
  /** Chromium: of the document that sent it. */
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
  /** Bytes that are no UTF-8. */
  binaryValue?: ArrayBuffer | readonly number[] | undefined;
}
