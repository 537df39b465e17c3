import type {Browser} from 'webextension-polyfill';
import {ExtensionUpdatedError} from '../store/create-connection';
import type {BackgroundPort, PermissionPort} from '../store/panel-dependencies';

/** Access to hosts: asked in the panel itself in Chromium, by way of an extension page in Firefox. */
export function createPanelPermissions(browser: Browser, background: BackgroundPort): PermissionPort {
  // Firefox gives a DevTools panel no permissions API, whatever the types say.
  const own: Browser['permissions'] | undefined = browser.permissions;
  return own ? askHere(browser, own) : askByPage(browser, background);
}

function askHere(browser: Browser, permissions: Browser['permissions']): PermissionPort {
  return {
    async granted() {
      expectAlive(browser);
      return (await permissions.getAll()).origins ?? [];
    },
    async request(patterns) {
      await permissions.request({origins: [...patterns]});
    },
    subscribe(listener) {
      permissions.onAdded.addListener(listener);
      permissions.onRemoved.addListener(listener);
      const stop = onReturn(listener);
      return () => {
        permissions.onAdded.removeListener(listener);
        permissions.onRemoved.removeListener(listener);
        stop();
      };
    },
  };
}

/** An orphaned panel has lost its id; some calls of it fail, others just never answer. */
function expectAlive(browser: Browser): void {
  if (!browser.runtime?.id) throw new ExtensionUpdatedError('The extension was updated.');
}

function askByPage(browser: Browser, background: BackgroundPort): PermissionPort {
  return {
    async granted() {
      expectAlive(browser);
      try {
        return (await background.send({type: 'granted-origins'})).origins;
      } catch (error) {
        // It may have been updated while the question was under way.
        expectAlive(browser);
        throw error;
      }
    },
    async request(patterns) {
      await background.send({type: 'open-permission-page', origins: [...patterns]});
    },
    subscribe: onReturn,
  };
}

/** The user may have granted something in another window and come back. An update of the extension shows in the same way. */
function onReturn(listener: () => void): () => void {
  window.addEventListener('focus', listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    window.removeEventListener('focus', listener);
    document.removeEventListener('visibilitychange', listener);
  };
}
