import {addTarget} from '../steps/add-target';
import {slowPlan, withoutPlan, withPlan} from '../steps/controls/coverage';
import {details} from '../steps/controls/details';
import {editor} from '../steps/controls/editor';
import {list} from '../steps/controls/list';
import {newRequests} from '../steps/controls/new-request';
import {
  firstSteps,
  offers,
  permission,
  permissionPath,
  settingsPermissions,
} from '../steps/controls/permissions';
import {resend} from '../steps/controls/resend';
import {longBody, sampleBody} from '../steps/controls/samples';
import {sendDraft} from '../steps/controls/send-draft';
import {sessions} from '../steps/controls/sessions';
import {settings, settingsPlans} from '../steps/controls/settings';
import {tables} from '../steps/controls/tables';
import {toolbar} from '../steps/controls/toolbar';
import {walk} from '../steps/controls/walk';
import {fromQuietPage} from '../steps/from-quiet-page';
import {hangingBody, hangingPlan, importPlan} from '../steps/import-plan';
import {type Inspector, test, type Visit} from '../steps/inspector';
import {openOnQuietPage} from '../steps/open-on-quiet-page';
import {expectText, row, send} from '../steps/steps';

/** Sends the bodies one by one from a page that does not send requests automatically; waits each time for the row. */
async function sendFirst(inspector: Inspector, bodies: Readonly<Record<string, string>>): Promise<void> {
  await fromQuietPage(inspector);
  for (const [name, body] of Object.entries(bodies)) {
    await send(inspector.page, inspector.endpoint, {body});
    await expectText(inspector.panel, row(name), name);
  }
}

/**
 * A production target: the same server under another name, since sending to its own address would ask for
 * confirmation too.
 */
async function addLive({browser, api}: Visit): Promise<void> {
  await addTarget(browser, {
    name: 'Live',
    baseUrl: api.url.replace('127.0.0.1', 'localhost'),
    production: true,
  });
}

const two = {right_thing: sampleBody('right_thing'), wrong_thing: sampleBody('wrong_thing')};

test.describe('every control does what it promises:', () => {
  // Each step has its own limit; one part of the walk has about a hundred steps.
  test.setTimeout(300_000);

  test('the toolbar', async ({inspector}) => {
    await sendFirst(inspector, two);
    await walk({...inspector, surface: inspector.panel}, toolbar, tables);
  });

  test('the list and its menus', async ({inspector}) => {
    await sendFirst(inspector, {...two, 'batch of 2': sampleBody('first_of_two', 'second_of_two')});
    await walk({...inspector, surface: inspector.panel}, list, tables);
  });

  test('the details', async ({inspector}) => {
    await sendFirst(inspector, {
      ...two,
      long_thing: longBody(),
      'batch of 250': sampleBody(...Array<string>(250).fill('wrong_many')),
      'invalid-json': '[{"event_name":',
    });
    const {panel} = inspector;
    await walk({...inspector, surface: panel}, details.slice(0, -1), tables);
    await panel.resize({width: 450, height: 600});
    await walk({...inspector, surface: panel}, details.slice(-1), tables);
  });

  test('the editor', async ({inspector}) => {
    await sendFirst(inspector, {...two, 'batch of 3': sampleBody('wrong_one', 'wrong_two', 'wrong_three')});
    await addLive(inspector);
    await walk({...inspector, surface: inspector.panel}, editor, tables);
  });

  test('the coverage', async ({inspector}) => {
    await sendFirst(inspector, two);
    await walk({...inspector, surface: inspector.panel}, [...withoutPlan, ...withPlan], tables);
    await importPlan(inspector.browser, hangingPlan);
    await send(inspector.page, inspector.endpoint, {body: hangingBody()});
    await walk({...inspector, surface: inspector.panel}, slowPlan, tables);
  });

  test('sending a draft', async ({inspector}) => {
    await sendFirst(inspector, {
      ...two,
      'batch of 1,001': sampleBody(...Array<string>(1_001).fill('many_thing')),
    });
    await addLive(inspector);
    await walk({...inspector, surface: inspector.panel}, sendDraft, tables);
  });

  test('a new request', async ({inspector}) => {
    await walk({...inspector, surface: inspector.panel}, newRequests, tables);
  });

  test('sending again', async ({inspector}) => {
    await sendFirst(inspector, {...two, third_thing: sampleBody('third_thing')});
    await addLive(inspector);
    await walk({...inspector, surface: inspector.panel}, resend, tables);
  });

  test('sessions and golden sessions', async ({inspector}) => {
    await sendFirst(inspector, two);
    await walk({...inspector, surface: inspector.panel}, sessions, tables);
  });

  test('the settings', async ({visit}) => {
    const surface = await visit.browser.openExtensionPage('src/settings-page/settings.html');
    await walk({...visit, surface}, [...settings, ...settingsPlans], tables);
  });

  test.describe('without permission,', () => {
    test.use({grants: []});

    test('the first steps, and the list of permissions', async ({visit}) => {
      const {browser, page, endpoint} = visit;
      const panel = await openOnQuietPage(visit);
      await walk({...visit, surface: panel}, firstSteps, tables);
      await addLive(visit);
      await send(page, endpoint, {body: sampleBody('right_thing')});
      await expectText(panel, row('right_thing'), '200');
      await walk({...visit, surface: panel}, offers, tables);
      await browser.grantHosts(['http://127.0.0.1/*']);
      const settingsPage = await browser.openExtensionPage('src/settings-page/settings.html');
      await walk({...visit, surface: settingsPage}, settingsPermissions, tables);
      const asking = await browser.openExtensionPage(permissionPath);
      await walk({...visit, surface: asking}, permission, tables);
    });
  });
});
