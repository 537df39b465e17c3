import type {Browser} from '../../setup/browser-driver';
import {click, countOf, findElement, textOf} from '../../setup/surface';
import type {TrackApi} from '../../track-api/start-track-api';
import {hangingBody, hangingPlan, importPlan, pastePlan, readSitePlan} from '../steps/import-plan';
import {expect, test} from '../steps/inspector';
import {enterPanel, goDownTo, tabTo} from '../steps/keyboard';
import {expectReplayed} from '../steps/replay-steps';
import {anEvent, expectText, field, row, send, tab} from '../steps/steps';

const signUp = {css: '#sign-up'};
const draftStatus = {role: 'status', name: 'Issues of the draft'};

test('the sign-up flow is held against a plan, mended from it, and sent again', async ({inspector}) => {
  test.setTimeout(120_000);
  const {browser, page, panel, api} = inspector;
  await importPlan(browser, await readSitePlan());
  await click(page, signUp);
  await expectText(panel, row('signed_up'), 'plan/missing-property');
  await click(panel, row('signed_up'));
  await click(panel, {css: '#tab-issues'});
  await expectText(panel, {role: 'tabpanel'}, 'source is missing', 'Acme Workspace › signed_up, line 5');
  await click(panel, tab('Event'));
  await expectText(panel, field('source'), 'missing');
  await click(panel, {css: '.issue[data-code="plan/missing-property"] button'});
  await click(panel, {role: 'button', name: 'Add source with the value "web"', exact: false});
  await expectText(panel, draftStatus, 'No issues');
  await panel.press('Control+Enter');
  await expectReplayed(panel, '200', 'Original');
  await expect.poll(() => readLastSource(api)).toBe('web');
});

/** The value of that property in the latest sign-up that the server received. */
function readLastSource(api: TrackApi): unknown {
  const last = api.received.findLast(({body}) => body.includes('signed_up'));
  return JSON.parse(last?.body.toString() ?? '[{}]')[0]?.properties?.source;
}

test('coverage shows what the sign-up flow sent, and what never fired', async ({inspector}) => {
  const {browser, page, panel} = inspector;
  await importPlan(browser, await readSitePlan());
  await click(panel, {role: 'button', name: 'Coverage'});
  const signedUp = {css: '.line-row', text: 'signed_up'};
  await expectText(panel, signedUp, 'never seen');
  await click(page, signUp);
  await expectText(panel, signedUp, 'never right', '1 · 100');
  await expectText(panel, {css: '.line-row', text: 'onboarding_completed'}, 'never seen');
  await expectText(panel, {css: '.line-expectation', text: 'exactly 1 time'}, 'met', 'It was sent 1 time.');
  await expectText(panel, {css: '.line-expectation', text: 'within 60 s'}, 'broken', '0 of 1');
  await click(panel, signedUp);
  await click(panel, {css: '.line-action', text: 'Show its event in the list'});
  await expectText(panel, row('signed_up'), 'plan/missing-property');
});

test('the flow is mended and sent again by keyboard alone', async ({inspector}) => {
  test.setTimeout(120_000);
  const {browser, page, panel, api, endpoint} = inspector;
  const settings = await browser.openExtensionPage('src/settings-page/settings.html');
  await tabTo(settings, {css: '#plan-text'});
  await pastePlan(settings, await readSitePlan());
  await tabTo(settings, {role: 'button', name: 'Preview'});
  await settings.press('Enter');
  await tabTo(settings, {role: 'button', name: 'Add plan'});
  await settings.press('Enter');
  await findElement(settings, {css: '.plan-row'});
  const properties = {email: 'amy@acme.example', user_email: 'amy@acme.example', user_name: 'Amy'};
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'signed_up', properties})])});
  await expectText(panel, row('signed_up'), 'plan/missing-property');
  await enterPanel(panel);
  await tabTo(panel, {role: 'treegrid'});
  await goDownTo(panel, {css: '[role=row][aria-selected=true]', text: 'signed_up'});
  await panel.press('Enter');
  await tabTo(panel, {css: '[role=tab][aria-selected=true]'});
  await panel.press('End');
  await expectText(panel, {css: '.cm-content'}, 'event_name');
  await tabTo(panel, {role: 'button', name: 'Fix ', exact: false});
  await panel.press('Enter');
  await tabTo(panel, {role: 'button', name: 'Add source with the value "web"', exact: false});
  await panel.press('Enter');
  await expectText(panel, {css: '.cm-content'}, '"source"');
  await panel.press('Escape');
  await panel.press('Control+Enter');
  await expectReplayed(panel, '200', 'Original');
  await expect.poll(() => readLastSource(api)).toBe('web');
});

test('from what never fired to covered, by keyboard alone', async ({inspector}) => {
  test.setTimeout(180_000);
  const {browser, page, panel, api} = inspector;
  await importPlan(browser, await readSitePlan());
  await enterPanel(panel);
  await panel.press('c');
  const signedUp = {css: '.line-row', text: 'signed_up'};
  await expectText(panel, signedUp, 'never seen');
  await click(page, signUp);
  await expectText(panel, signedUp, 'never right', '1 · 100');
  await goDownTo(panel, {css: '.line-row[aria-selected=true]', text: 'signed_up'});
  await panel.press('ArrowRight');
  await findElement(panel, {css: '.line-event'});
  await goDownTo(panel, {css: '.line-event[aria-selected=true]'});
  await panel.press('Enter');
  await tabTo(panel, {css: '[role=tab][aria-selected=true]'});
  await panel.press('End');
  await tabTo(panel, {css: '.cm-content'});
  await panel.press('F8');
  await panel.press('Alt+Enter');
  await expectText(panel, {css: '.cm-content'}, '"source"');
  await expectText(panel, draftStatus, 'No issues');
  await tabTo(panel, {role: 'button', name: 'Start a new run'}, 'Shift+Tab');
  await panel.press('Enter');
  await expectText(panel, signedUp, 'never seen', 'was never right');
  await tabTo(panel, {css: '.cm-content'});
  await panel.press('Control+Enter');
  await expectReplayed(panel, '200', 'Original');
  await expectText(panel, signedUp, 'always right');
  await expect.poll(() => readLastSource(api)).toBe('web');
});

test('a plan that is switched off or removed checks nothing, in a panel that is open', async ({
  inspector,
}) => {
  const {browser, page, panel} = inspector;
  const settings = await importPlan(browser, await readSitePlan());
  await click(page, signUp);
  await expectText(panel, row('signed_up'), 'plan/missing-property');
  await click(settings, {css: '.plan-row input[type=checkbox]', nth: 0});
  await expect.poll(() => textOf(panel, row('signed_up'))).not.toContain('plan/');
  await click(settings, {css: '.plan-row input[type=checkbox]', nth: 0});
  await expectText(panel, row('signed_up'), 'plan/missing-property');
  await click(settings, {role: 'button', name: 'Remove Acme Workspace'});
  await expect.poll(() => textOf(panel, row('signed_up'))).not.toContain('plan/');
});

test('a pattern without end costs its rule, and no other verdict', async ({inspector}) => {
  test.setTimeout(120_000);
  const {browser, page, panel, endpoint} = inspector;
  await importPlan(browser, hangingPlan);
  await send(page, endpoint, {body: hangingBody()});
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'other_thing'})])});
  await expectText(panel, row('other_thing'), 'plan/missing-property');
  await expectText(
    panel,
    {css: '.banner', text: 'Hostile'},
    '“track/hanging_thing” took too long and is not checked',
  );
  await expectText(panel, row('hanging_thing'), '200');
  await click(panel, row('hanging_thing'));
  await click(panel, {css: '#tab-issues'});
  await expectText(panel, {role: 'tabpanel'}, 'plan/rule-skipped', 'it took too long');
});

test('a file that is no plan says so, and what is stored stays', async ({visit: {browser}}) => {
  const settings = await importPlan(browser, await readSitePlan());
  await tryPlan(settings, '{"rules": [1,]}', 'line 1, column 13');
  await tryPlan(settings, '{"__proto__": {"rules": []}}', 'not a tracking plan');
  expect(await countOf(settings, {css: '.plan-row'})).toBe(1);
});

async function tryPlan(settings: Awaited<ReturnType<Browser['open']>>, text: string, says: string) {
  await click(settings, {css: '#plan-text'});
  await settings.press('Control+a');
  await pastePlan(settings, text);
  await click(settings, {role: 'button', name: 'Preview'});
  await expect.poll(() => textOf(settings, {css: '#plans [role=alert]'})).toContain(says);
}
