import type {Page} from '../setup/browser-driver';
import {click} from '../setup/surface';
import type {Stage} from './start-stage';

/** Pages of Acme Workspace and their buttons, each of which sends one request: first good ones, then faulty ones. */
const script: readonly [path: string, buttons: readonly string[]][] = [
  ['/?auto=off', ['sign-up']],
  ['/team.html', ['send-invite']],
  ['/account.html', ['enrich-account', 'enrich-user', 'rename-workspace']],
  ['/faults.html', ['bad-timestamp', 'missing-group-id', 'too-many-events', 'no-user']],
];

/** Uses the site like a visitor; resolves when the server has responded to everything. */
export async function visitSite(page: Page, {site, api}: Stage): Promise<void> {
  let sent = 0;
  for (const [path, buttons] of script) {
    await page.goto(site.url + path);
    for (const id of buttons) {
      await click(page, {css: `#${id}`});
      sent += 1;
      await waitForAnswers(api, sent);
    }
  }
}

export async function waitForAnswers(api: Stage['api'], count: number): Promise<void> {
  await api.waitFor((request, index) => index === count - 1 && request.answer !== null);
}
