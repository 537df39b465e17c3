import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from '../panel-preview/open-preview';
import {poll} from '../setup/poll';
import {startSite} from '../site/start-site';
import {startTrackApi} from '../track-api/start-track-api';
import {createProject, runTests} from './user-project';

/** A user's test, with the copied assertion at its end. */
const toTest = (title: string, change: string, assertion: string) => `
test('${title}', async ({page, tracking}) => {
  ${change}
  await page.goto(\`\${process.env.SITE}/team.html\`);
  await page.locator('#use-feature').click();
  ${assertion}
});
`;

const otherValue = `await page.route('**/team.js', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('kanban_board', 'gantt_chart');
    await route.fulfill({response, body});
  });`;

test('what is copied as a Playwright assertion passes for that event, and fails for one that differs', async ({
  preview,
  context,
}) => {
  test.setTimeout(300_000);
  const api = await startTrackApi();
  const site = await startSite({apiUrl: api.url});
  const folder = await createProject();
  try {
    const visit = await context.newPage();
    await visit.goto(`${site.url}/team.html`);
    await visit.locator('#use-feature').click();
    const readSent = () =>
      api.received.map(({body}) => String(body)).find((text) => /feature_used/.test(text));
    const sent = await poll(async () => readSent() ?? null, 'The site does not send the event.');

    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const panel = await preview.open({parameters: {empty: ''}});
    await panel.bringToFront();
    await panel.evaluate(async (text) => {
      const [request] = window.preview.buildLoad(1, 1, 'copied');
      const body = {kind: 'bytes', bytes: new TextEncoder().encode(text)} as const;
      if (request) await window.preview.log.put({...request, body});
    }, sent);
    await panel.locator('[role=row]', {hasText: 'feature_used'}).first().click();
    await panel.getByRole('button', {name: 'Copy', exact: true}).click();
    await panel.getByRole('button', {name: 'Copy as Playwright assertion'}).click();
    await expect(panel.getByRole('status').last()).toContainText('Copied as Playwright assertion.');
    const assertion = await panel.evaluate(() => navigator.clipboard.readText());

    const tests = [toTest('the same', '', assertion), toTest('another value', otherValue, assertion)];
    const head = `import {expect, test} from '@track-inspector/playwright';\ntest.use({trackInspector: {timeout: 6000}});\n`;
    writeFileSync(join(folder, 'tests', 'copied.e2e.ts'), head + tests.join(''));
    const {results} = await runTests(folder, 'copied.e2e.ts', {SITE: site.url});
    expect(results.map(({title, status}) => `${title}: ${status}`)).toEqual([
      'the same: passed',
      'another value: failed',
    ]);
    expect(results[1]?.message).toContain('/feature_name is "gantt_chart", expected "kanban_board"');
  } finally {
    await Promise.all([site.close(), api.close()]);
    rmSync(folder, {recursive: true, force: true});
  }
});
