import {importPlan, readSitePlan} from '../scenarios/steps/import-plan';
import type {Page, Panel} from '../setup/browser-driver';
import type {Target} from '../setup/locate';
import {click} from '../setup/surface';
import {expectText, sendByKeyboard} from './correct-and-replay';
import type {Stage} from './start-stage';
import {waitForAnswers} from './visit-site';

const signedUp: Target = {css: '.line-row', text: 'signed_up'};

/**
 * Checks a sign-up against the site's plan: events that were never sent, the issue of an event that was, its fix from
 * the plan, and the replay that covers the rule. `takePicture` is called while the issue is shown next to coverage.
 * Sends two more requests.
 */
export async function coverByPlan(
  {browser, site, api}: Stage,
  page: Page,
  panel: Panel,
  takePicture: () => Promise<void>,
): Promise<void> {
  const sent = api.received.length;
  await importPlan(browser, await readSitePlan());
  await click(panel, {role: 'button', name: 'Coverage'});
  await expectText(panel, {css: '.line-row', text: 'onboarding_completed'}, 'never seen');
  await click(panel, {role: 'button', name: 'Start a new run'});
  await expectText(panel, signedUp, 'never seen');
  await page.goto(`${site.url}/?auto=off`);
  await click(page, {css: '#sign-up'});
  await waitForAnswers(api, sent + 1);
  await expectText(panel, signedUp, 'never right');
  await click(panel, signedUp);
  await click(panel, {css: '.line-event'});
  await click(panel, {css: '#tab-event'});
  await expectText(panel, {css: '.issue[data-code="plan/missing-property"]'}, 'source');
  await takePicture();
  await click(panel, {css: '.issue[data-code="plan/missing-property"] button'});
  await click(panel, {role: 'button', name: 'Add source with the value "web"', exact: false});
  await expectText(panel, {css: '.edit-counts'}, 'No issues');
  await click(panel, {role: 'button', name: 'Start a new run'});
  await expectText(panel, signedUp, 'never seen');
  await click(panel, {css: '.cm-content'});
  await sendByKeyboard(panel);
  await waitForAnswers(api, sent + 2);
  await expectText(panel, signedUp, 'always right');
}
