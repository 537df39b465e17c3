import type {Panel} from '../../setup/browser-driver';

interface Extension {
  storage: {local: {get(keys: null): Promise<Record<string, unknown>>}};
}

/** The user's choices that the extension has stored, as JSON; a choice is stored slightly after it is shown. */
export function readStored(panel: Panel): Promise<string> {
  return panel.evaluate(async () => {
    const {storage} = (globalThis as unknown as {chrome: Extension}).chrome;
    return JSON.stringify(await storage.local.get(null));
  });
}
