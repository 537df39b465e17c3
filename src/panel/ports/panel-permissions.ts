import type {Browser} from 'webextension-polyfill';
import {ExtensionUpdatedError} from '../store/create-connection';
import type {BackgroundPort, PermissionPort} from '../store/panel-dependencies';

/** Access to hosts: requested in the panel itself in Chromium, on an extension page in Firefox. */
export function createPanelPermissions(browser: Browser, background: BackgroundPort): PermissionPort {
  // Firefox does not provide a DevTools panel with a permissions API, whatever the types say.
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

/** An orphaned panel has lost its ID; some of its calls fail, others are never answered. */
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
        // The extension may have been updated while the call was pending.
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

/**
 * The user may have granted something in another window and come back. An update of the extension is noticed in the
 * same way.
 */
function onReturn(listener: () => void): () => void {
  window.addEventListener('focus', listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    window.removeEventListener('focus', listener);
    document.removeEventListener('visibilitychange', listener);
  };
}
