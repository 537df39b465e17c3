import type {Panel} from '../../setup/browser-driver';
import type {Visit} from './inspector';

/**
 * Opens the panel on a page that does not send requests automatically: requests that DevTools captures while the page
 * loads would end the first run.
 */
export async function openOnQuietPage({page, site}: Visit): Promise<Panel> {
  await page.goto(`${site.url}/left.html`);
  return await page.openPanel();
}
