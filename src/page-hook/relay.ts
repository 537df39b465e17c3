import {joinChannel} from './channel';
import {createRelay} from './create-relay';

// Runs next to the hook, in the extension's isolated world of the page, as one classic script.

interface Runtime {
  id?: string;
  sendMessage(message: unknown): Promise<unknown>;
}

declare const browser: {runtime: Runtime} | undefined;
declare const chrome: {runtime: Runtime};

const {runtime} = typeof browser === 'undefined' ? chrome : browser;
const relay = createRelay((report) => {
  // Without an ID the extension was updated or removed, and no longer listens.
  if (runtime.id !== undefined)
    runtime.sendMessage({type: 'page-hook-report', report}).catch(() => undefined);
}, Date.now);

joinChannel(window, relay);
