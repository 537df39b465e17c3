import {once} from 'node:events';
import type {Stage} from './start-stage';

/** Opens the site with DevTools on our panel, then waits until the user presses Ctrl+C. */
export async function playLive({browser, site, api}: Stage): Promise<void> {
  const page = await browser.open(site.url);
  await page.openPanel();
  console.log(`
Track Inspector is open in DevTools, beside Acme Workspace (${site.url}).
The site sends to a local Track API (${api.url}/api/track); nothing leaves this machine.

Try this:
  1. “Create workspace”: signed_up and account_created appear in the panel. Select one, look at its fields.
  2. “Faulty senders” → “A year of two digits”: the server says 200, and the panel shows what is wrong
     with the time. Press the fix next to the field, look at the change, send it with Ctrl+Enter (⌘ Enter on a Mac).
  3. “User is missing”: 400. Add the user in the editor and send it again: 200.
  4. “1,001 events”: 400, and the panel says why.
  5. Type into the filter: name:invite_sent is:error
  6. Press C: coverage. In the settings, import e2e/site/tracking-plan.json as a tracking plan: now coverage shows
     which events were never sent, and which do not follow the plan. Open one, and fix it from the plan.

Ctrl+C ends the demo.
`);
  await once(process, 'SIGINT');
}
