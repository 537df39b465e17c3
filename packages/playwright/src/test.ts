import {resolve} from 'node:path';
import {test as base, type TestInfo} from '@playwright/test';
import {type Config, defaultConfig, markdown, toSafeJson} from '@track-inspector/core';
import {openPlans} from '../../node/src/open-plans';
import {readConfigFile} from '../../node/src/read-config-file';
import {version} from '../package.json';
import {configFolder} from './config-folder';
import {describeFailure} from './describe-failures';
import {findFailures} from './find-failures';
import {createHub, type Hub} from './hub';
import {createNote} from './notes';
import {createTracking, type Tracking} from './tracking';

/** `test.use({trackInspector: {…}})` */
export interface TrackInspectorOptions {
  /** A `track-inspector.config.json`, relative to the folder of the Playwright config. */
  config?: string;
  /** `never`: batches get a response in place of the server's, and are not sent. */
  deliver?: 'always' | 'never';
  /** `false`: without the proxy, only with Playwright's events. They do not show everything; see the README. */
  proxy?: boolean;
  /** Issues that fail a test automatically at its end; bodies that were not captured do so too, except with `never`. */
  failOn?: 'error' | 'warning' | 'never';
  /** Codes of rules that do not fail a test at its end: `missing-body` for bodies that were not captured. */
  allow?: readonly string[];
  /** Milliseconds without new requests after which everything was sent. Default: the delay of the protocols' own clients. */
  quiet?: number;
  /** Maximum time to wait, in milliseconds. */
  timeout?: number;
}

interface Fixtures {
  trackInspector: TrackInspectorOptions;
  tracking: Tracking;
  /** Read once for each test. */
  trackInspectorConfig: Config;
  /** The hub that captures the batches of a test. */
  trackInspectorHub: Hub;
}

/** After its pages were left, only pending requests can still arrive; in milliseconds. */
const LEFT_MS = 300;

export const test = base.extend<Fixtures>({
  trackInspector: [{}, {option: true}],
  trackInspectorConfig: [
    async ({trackInspector: {config}}, use, testInfo) =>
      use(
        config === undefined
          ? defaultConfig
          : await readConfigFile(resolve(configFolder(testInfo.config), config)),
      ),
    {box: true},
  ],
  trackInspectorHub: [
    async ({trackInspector: {deliver = 'always', proxy = true}, trackInspectorConfig: {settings}}, use) => {
      const hub = await createHub({settings, deliver, hasWire: proxy});
      await use(hub);
      await hub.close();
    },
    {box: true},
  ],
  proxy: async ({proxy, trackInspectorHub: hub}, use) => {
    await use(proxy ?? (hub.proxy === null ? undefined : {server: hub.proxy}));
  },
  ignoreHTTPSErrors: async ({ignoreHTTPSErrors, trackInspectorHub: hub}, use) => {
    hub.isStrict = ignoreHTTPSErrors !== true;
    await use(ignoreHTTPSErrors === true || hub.proxy !== null);
  },
  tracking: [
    async (
      {
        context,
        trackInspector: options,
        trackInspectorConfig: config,
        trackInspectorHub: hub,
        proxy,
        ignoreHTTPSErrors,
      },
      use,
      testInfo,
    ) => {
      // A test may have set these options itself.
      const isProxied = hub.proxy !== null && proxy?.server === hub.proxy;
      await hub.watch(context, {isProxied, isTrusted: isProxied && ignoreHTTPSErrors === true});
      const tracking = createTracking(hub, {
        config,
        plans: await openPlans(config.plans, config.exported, {
          folder: configFolder(testInfo.config),
          note: createNote(testInfo),
        }),
        version,
        quiet: options.quiet ?? null,
        timeout: options.timeout ?? 15_000,
      });
      await use(tracking);
      // Clients send their queues when the page is left; closing a page does not run its code.
      await Promise.all(context.pages().map((page) => page.goto('about:blank').catch(() => null)));
      if (tracking.requests().length > 0) await tracking.settle({quiet: LEFT_MS});
      await report(tracking, options, testInfo);
    },
    {auto: true},
  ],
});

/** Attaches the verdict, and fails the test for its issues unless it has already failed. */
async function report(
  tracking: Tracking,
  {failOn = 'error', allow = []}: TrackInspectorOptions,
  testInfo: TestInfo,
): Promise<void> {
  const verdict = tracking.verdict();
  if (verdict.requests.length === 0) return;
  const text = markdown(verdict, {quiet: false, colour: false});
  await testInfo.attach('track-inspector.md', {body: text, contentType: 'text/markdown'});
  const body = toSafeJson(JSON.stringify(verdict, null, 2));
  await testInfo.attach('track-inspector.json', {body, contentType: 'application/json'});
  if (testInfo.status !== testInfo.expectedStatus) return;
  const {findings, unseen} = findFailures({verdict, unseen: tracking.incomplete()}, {failOn, allow});
  const lines = describeFailure(findings, unseen, testInfo);
  if (lines.length > 0) throw new Error(['The events of this test have issues:', ...lines].join('\n'));
}
