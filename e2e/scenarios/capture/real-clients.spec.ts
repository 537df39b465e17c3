import {bundleClient} from '../../real-clients/bundle-client';
import type {Page, Panel} from '../../setup/browser-driver';
import {countOf} from '../../setup/surface';
import {addEndpointRule} from '../steps/add-endpoint-rule';
import {expect, type Inspector, test} from '../steps/inspector';
import {expectText, row} from '../steps/steps';

/** The data that an app passes to either client. */
type Client = {
  group(id: string, traits: Record<string, unknown>): unknown;
  identify(id: string, traits: Record<string, unknown>): unknown;
  track(event: string, properties: Record<string, unknown>): unknown;
  page(category: string, name: string): unknown;
};

type Starters = {
  startSegment(apiHost: string, mode: 'single' | 'batching'): Client;
  startRudder(dataPlaneUrl: string): Client;
};

type Start = {client: 'rudder' | 'single' | 'batching'; url: string};

/** The calls of a session, with the client's own fields and times. */
async function play(page: Page, start: Start): Promise<void> {
  await page.evaluate(({client, url}) => {
    const {startSegment, startRudder} = window as unknown as Starters;
    const host = `${new URL(url).host}/v1`;
    const analytics = client === 'rudder' ? startRudder(url) : startSegment(host, client);
    analytics.identify('user-1', {email: 'amy@acme.example'});
    analytics.group('account-1', {name: 'Acme', employees: 329, plan: 'enterprise'});
    analytics.track('Report Printed', {pages: 3});
    analytics.page('Docs', 'Getting started');
  }, start);
}

const calls = ['identify', 'group', 'Report Printed', 'page Getting started'];

async function expectCalls(panel: Panel): Promise<void> {
  for (const call of calls) await expectText(panel, row(call), 'user-1');
  await expectText(panel, row('group'), 'account-1');
  // The row of each call says that it has no issues, so the error marks below can be counted.
  for (const call of calls) await expectText(panel, row(call), 'no issues');
  expect(await countOf(panel, {css: '[role=row] [data-verdict=error]'})).toBe(0);
}

async function prepare(
  {browser, page, api}: Inspector,
  name: Parameters<typeof bundleClient>[0],
): Promise<void> {
  // Neither client notices that our server is not its vendor's.
  const settings = await addEndpointRule(browser, {host: '127.0.0.1', path: '/v1/*', protocol: 'segment'});
  await settings.close();
  api.behave({status: 200, times: 1000, match: ({url}) => url.startsWith('/v1/')});
  await page.addScript(await bundleClient(name));
}

for (const client of ['single', 'batching'] as const) {
  test(`what Segment’s own SDK sends has no error, ${client} mode`, async ({inspector}) => {
    const {page, panel, api} = inspector;
    await prepare(inspector, 'segment-client');
    await play(page, {client, url: api.url});
    await expectCalls(panel);
    // The demo site sends requests too.
    const own = api.received.map(({url}) => url).filter((url) => url.startsWith('/v1/'));
    const paths = new Set(own);
    expect([...paths].sort()).toEqual(client === 'single' ? ['/v1/g', '/v1/i', '/v1/p', '/v1/t'] : ['/v1/b']);
  });
}

test('what RudderStack’s own SDK sends has no error, though it has no timestamp', async ({inspector}) => {
  const {page, panel, api} = inspector;
  await prepare(inspector, 'rudder-client');
  await play(page, {client: 'rudder', url: api.url});
  await expectCalls(panel);
});
