import type {Panel} from '../../setup/browser-driver';
import type {Visit} from './inspector';

/** The panel beside a page that sends nothing by itself: what DevTools catches of a page's loading would end the first run. */
export async function openOnQuietPage({page, site}: Visit): Promise<Panel> {
  await page.goto(`${site.url}/left.html`);
  return await page.openPanel();
}
