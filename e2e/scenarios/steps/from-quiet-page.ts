import {click} from '../../setup/surface';
import {readRecords} from '../transports/read-records';
import {expect, type Inspector} from './inspector';
import {readShown} from './read-shown';

/** Navigates to a page that does not send requests automatically, and starts with an empty log. */
export async function fromQuietPage({page, panel, site}: Inspector): Promise<void> {
  await page.goto(`${site.url}/left.html`);
  await click(panel, {role: 'button', name: 'Clear'});
  await expect.poll(async () => (await readRecords(panel)).length).toBe(0);
  await expect.poll(async () => (await readShown(panel)).requests).toBe(0);
}
