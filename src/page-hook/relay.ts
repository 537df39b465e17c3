import {HOOK_EVENT} from '../messages/hook-event';
import {createRelay} from './create-relay';

// Runs beside the hook, in the extension's own world of the page, as one classic script.

interface Runtime {
  id?: string;
  sendMessage(message: unknown): Promise<unknown>;
}

declare const browser: {runtime: Runtime} | undefined;
declare const chrome: {runtime: Runtime};

const {runtime} = typeof browser === 'undefined' ? chrome : browser;
const relay = createRelay((report) => {
  // Without an id the extension was updated or removed, and does not listen any more.
  if (runtime.id !== undefined)
    runtime.sendMessage({type: 'page-hook-report', report}).catch(() => undefined);
}, Date.now);

document.addEventListener(HOOK_EVENT, (event) => {
  if (event instanceof CustomEvent) relay(event.detail);
});
