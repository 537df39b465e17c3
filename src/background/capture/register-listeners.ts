import type {Browser, Events, WebRequest} from 'webextension-polyfill';
import type {WebRequestHandlers} from './create-web-request-observer';
import type {BeforeRequestDetails} from './web-request-details';

/** Types that never carry a batch and are most of a page's requests. Browsers reject types that they do not know. */
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
 * Registers a listener for each phase of the requests to these match patterns. Returns a function that removes all of
 * them.
 */
export function registerListeners(
  webRequest: Browser['webRequest'],
  handlers: WebRequestHandlers,
  patterns: readonly string[],
): () => void {
  const filter: WebRequest.RequestFilter = {urls: [...patterns], types: knownTypes(webRequest)};
  // Chromium hides Origin, Referer, Cookie and Set-Cookie without it; Firefox throws for this value.
  const extra: 'extraHeaders'[] = hasExtraHeaders(webRequest) ? ['extraHeaders'] : [];
  const beforeRequest = (details: WebRequest.OnBeforeRequestDetailsType) =>
    handlers.onBeforeRequest(toDetails(details));
  const removers = [
    add(webRequest.onBeforeRequest, beforeRequest, filter, ['requestBody']),
    add(webRequest.onSendHeaders, handlers.onSendHeaders, filter, ['requestHeaders', ...extra]),
    add(webRequest.onBeforeRedirect, handlers.onBeforeRedirect, filter, ['responseHeaders', ...extra]),
    add(webRequest.onCompleted, handlers.onCompleted, filter, ['responseHeaders', ...extra]),
    add(webRequest.onErrorOccurred, handlers.onErrorOccurred, filter),
  ];
  // Firefox closes the connection of a beacon as soon as its response begins, and then reports the request as
  // aborted. Its response is known by then. Chromium does not have this type, and does not do this.
  const beacons = filter.types?.filter((type) => type === 'beacon') ?? [];
  if (beacons.length > 0) {
    const ofBeacons = {...filter, types: beacons};
    removers.push(add(webRequest.onHeadersReceived, handlers.onCompleted, ofBeacons, ['responseHeaders']));
  }
  return () => {
    for (const remove of removers) remove();
  };
}

function add<Listener extends (...values: never[]) => unknown, Rest extends unknown[]>(
  event: Events.Event<Listener> & {addListener(listener: Listener, ...rest: Rest): void},
  listener: Listener,
  ...rest: Rest
): () => void {
  event.addListener(listener, ...rest);
  return () => event.removeListener(listener);
}

/** The published types declare a form's fields as strings; they are lists in both browsers. */
function toDetails(details: WebRequest.OnBeforeRequestDetailsType): BeforeRequestDetails {
  return details as unknown as BeforeRequestDetails;
}

function hasExtraHeaders(webRequest: Browser['webRequest']): boolean {
  return 'OnSendHeadersOptions' in webRequest && 'EXTRA_HEADERS' in Object(webRequest.OnSendHeadersOptions);
}

/** The browser's own list of types, without those of assets. */
function knownTypes(webRequest: Browser['webRequest']): WebRequest.ResourceType[] {
  const types: Record<string, WebRequest.ResourceType> = Object(Reflect.get(webRequest, 'ResourceType'));
  return Object.values(types).filter((type) => !ASSETS.has(type));
}
