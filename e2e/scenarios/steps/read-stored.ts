import type {Panel} from '../../setup/browser-driver';

interface Extension {
  storage: {local: {get(keys: null): Promise<Record<string, unknown>>}};
}

/** What the extension has stored of the user's choices, as JSON: what is seen at once is stored a moment later. */
export function readStored(panel: Panel): Promise<string> {
  return panel.evaluate(async () => {
    const {storage} = (globalThis as unknown as {chrome: Extension}).chrome;
    return JSON.stringify(await storage.local.get(null));
  });
}
