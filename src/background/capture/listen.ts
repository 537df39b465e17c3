import type {Browser, WebRequest} from 'webextension-polyfill';
import type {WebRequestObserver} from './create-web-request-observer';
import type {BeforeRequestDetails} from './web-request-details';

/** What carries no batch, and makes up most of a page's requests. A type that a browser does not know is refused by it. */
const ASSETS = new Set([
  'stylesheet',
  'script',
  'image',
  'imageset',
  'font',
  'media',
  'object',
  'websocket',
  'xslt',
  'xml_dtd',
  'web_manifest',
]);

/**
 * Registers the webRequest listeners. To be called synchronously when the background starts: listeners added later
 * never wake it.
 */
export function listen(webRequest: Browser['webRequest'], observer: WebRequestObserver): void {
  const filter: WebRequest.RequestFilter = {
    urls: ['http://*/*', 'https://*/*'],
    types: knownTypes(webRequest),
  };
  // Chromium hides Origin, Referer, Cookie and Set-Cookie without it; Firefox throws at the word.
  const extra: 'extraHeaders'[] = hasExtraHeaders(webRequest) ? ['extraHeaders'] : [];
  webRequest.onBeforeRequest.addListener((details) => observer.onBeforeRequest(toDetails(details)), filter, [
    'requestBody',
  ]);
  webRequest.onSendHeaders.addListener((details) => observer.onSendHeaders(details), filter, [
    'requestHeaders',
    ...extra,
  ]);
  webRequest.onBeforeRedirect.addListener((details) => observer.onBeforeRedirect(details), filter, [
    'responseHeaders',
    ...extra,
  ]);
  webRequest.onCompleted.addListener((details) => observer.onCompleted(details), filter, [
    'responseHeaders',
    ...extra,
  ]);
  webRequest.onErrorOccurred.addListener((details) => observer.onErrorOccurred(details), filter);
  listenToBeacons(webRequest, observer);
}

/**
 * Nobody wants a beacon's answer, so Firefox hangs up as soon as it begins, and then calls the request aborted. What
 * it answered is known by then. Chromium has no type of that name, and no such habit.
 */
function listenToBeacons(webRequest: Browser['webRequest'], observer: WebRequestObserver): void {
  const types = knownTypes(webRequest).filter((type) => type === 'beacon');
  if (types.length === 0) return;
  const filter: WebRequest.RequestFilter = {urls: ['http://*/*', 'https://*/*'], types};
  webRequest.onHeadersReceived.addListener((details) => observer.onCompleted(details), filter, [
    'responseHeaders',
  ]);
}

/** The published types say that a form's fields are strings; they are lists, in both browsers. */
function toDetails(details: WebRequest.OnBeforeRequestDetailsType): BeforeRequestDetails {
  return details as unknown as BeforeRequestDetails;
}

function hasExtraHeaders(webRequest: Browser['webRequest']): boolean {
  return 'OnSendHeadersOptions' in webRequest && 'EXTRA_HEADERS' in Object(webRequest.OnSendHeadersOptions);
}

/** The browser's own list of types, but for those of assets. */
function knownTypes(webRequest: Browser['webRequest']): WebRequest.ResourceType[] {
  const types: Record<string, WebRequest.ResourceType> = Object(Reflect.get(webRequest, 'ResourceType'));
  return Object.values(types).filter((type) => !ASSETS.has(type));
}
