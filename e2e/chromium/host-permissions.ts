import type {BrowserContext} from 'playwright';
import {poll} from '../setup/poll';
import {openExtensionsPage} from './extensions-page';

type Change = 'addHostPermission' | 'removeHostPermission';

declare const chrome: {
  developerPrivate: DeveloperPrivate;
  permissions: Record<'request' | 'remove' | 'contains', (hosts: {origins: string[]}) => Promise<boolean>>;
};

/** The API of the browser's own extensions page. */
interface DeveloperPrivate {
  addHostPermission(extensionId: string, pattern: string): Promise<void>;
  removeHostPermission(extensionId: string, pattern: string): Promise<void>;
}

export async function addHostPermissions(
  context: BrowserContext,
  extensionId: string,
  patterns: readonly string[],
): Promise<void> {
  await change(context, extensionId, 'addHostPermission', patterns);
  await settle(context, extensionId, [...patterns], true);
}

export async function removeHostPermissions(
  context: BrowserContext,
  extensionId: string,
  patterns: readonly string[],
): Promise<void> {
  await change(context, extensionId, 'removeHostPermission', patterns);
  await settle(context, extensionId, [...patterns], false);
}

/** Grants access before it is requested; the extension has access to the hosts once it requests it. */
export async function allowHostsAhead(
  context: BrowserContext,
  extensionId: string,
  patterns: readonly string[],
): Promise<void> {
  await change(context, extensionId, 'addHostPermission', patterns);
}

/** Changes them where the user would, on the extensions page, with the API calls of its own switches. */
async function change(
  context: BrowserContext,
  id: string,
  method: Change,
  patterns: readonly string[],
): Promise<void> {
  const page = await openExtensionsPage(context);
  for (const pattern of patterns) {
    await page.evaluate((wanted) => chrome.developerPrivate[wanted.method](wanted.id, wanted.pattern), {
      id,
      method,
      pattern,
    });
  }
  await page.close();
}

/**
 * Lets the extension request access that the user has already allowed, which needs no prompt; then waits until it has
 * the access, since the browser reports it slightly later.
 */
async function settle(
  context: BrowserContext,
  id: string,
  origins: string[],
  wanted: boolean,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${id}/manifest.json`);
  await poll(
    async () => {
      if (wanted) await page.evaluate((list) => chrome.permissions.request({origins: list}), origins);
      else await page.evaluate((list) => chrome.permissions.remove({origins: list}), origins);
      return (
        (await page.evaluate((list) => chrome.permissions.contains({origins: list}), origins)) === wanted
      );
    },
    `The host access ${origins.join(', ')} did not become ${wanted ? 'granted' : 'revoked'}.`,
  );
  await page.close();
}
