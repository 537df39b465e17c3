import type {Browser} from 'webextension-polyfill';
import {builtInPatterns} from '../../domain/protocols/capture-patterns';
import {matchEndpoint} from '../../domain/protocols/endpoints';
import type {WebRequestHandlers} from './create-web-request-observer';
import {registerListeners} from './register-listeners';
import type {WebRequestDetails} from './web-request-details';

/** The listeners for all addresses except those of built-in endpoints. */
export interface WideListeners {
  set(wanted: boolean): void;
}

const everywhere = ['http://*/*', 'https://*/*'];

/**
 * Registers the webRequest listeners. Must be called synchronously when the background starts: listeners added later
 * do not wake it. Those of the built-in endpoints are permanent. Those of all other addresses are removed when they
 * are not needed, since each request that they receive slows the page down. If added again later, they wake the
 * background like the first ones: both browsers recognise them by their position in the order.
 */
export function listen(webRequest: Browser['webRequest'], handlers: WebRequestHandlers): WideListeners {
  registerListeners(webRequest, onlyFor(isBuiltIn, handlers), builtInPatterns);
  // A pattern matches slightly more than its endpoint. To avoid handling an event twice, each set has its own
  // addresses.
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
