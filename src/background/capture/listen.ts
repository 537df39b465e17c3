import type {Browser} from 'webextension-polyfill';
import {builtInPatterns} from '../../domain/protocols/capture-patterns';
import {matchEndpoint} from '../../domain/protocols/endpoints';
import type {WebRequestHandlers} from './create-web-request-observer';
import {registerListeners} from './register-listeners';
import type {WebRequestDetails} from './web-request-details';

/** The listeners for all addresses that are no built-in endpoint's. */
export interface WideListeners {
  set(wanted: boolean): void;
}

const everywhere = ['http://*/*', 'https://*/*'];

/**
 * Registers the webRequest listeners. To be called synchronously when the background starts: listeners added later
 * never wake it. Those of the built-in endpoints stay. Those of all other addresses are removed when they are not
 * needed, since each request that they receive slows the page down. Added again later, they wake the background as the
 * first ones would: both browsers recognise them by their place in the order.
 */
export function listen(webRequest: Browser['webRequest'], handlers: WebRequestHandlers): WideListeners {
  registerListeners(webRequest, onlyFor(isBuiltIn, handlers), builtInPatterns);
  // A pattern covers a little more than its endpoint: so that no event is handled twice, each set has its own addresses.
  const others = onlyFor((details) => !isBuiltIn(details), handlers);
  const start = () => registerListeners(webRequest, others, everywhere);
  let stop: (() => void) | null = start();
  return {
    set(wanted) {
      if (wanted) stop ??= start();
      else {
        stop?.();
        stop = null;
      }
    },
  };
}

function isBuiltIn(details: WebRequestDetails): boolean {
  return matchEndpoint(details, {endpoints: []}) !== null;
}

function onlyFor(
  isMeant: (details: WebRequestDetails) => boolean,
  handlers: WebRequestHandlers,
): WebRequestHandlers {
  const only =
    <Details extends WebRequestDetails>(handle: (details: Details) => void) =>
    (details: Details) => {
      if (isMeant(details)) handle(details);
    };
  return {
    onBeforeRequest: only(handlers.onBeforeRequest),
    onSendHeaders: only(handlers.onSendHeaders),
    onBeforeRedirect: only(handlers.onBeforeRedirect),
    onCompleted: only(handlers.onCompleted),
    onErrorOccurred: only(handlers.onErrorOccurred),
  };
}
