import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {findBuild, readManifest} from '../../setup/builds';
import {readBundleSizes} from '../../setup/bundle-sizes';
import {expect, test} from '../steps/inspector';

test('the build shows no file of its own to web pages', ({browserUnderTest}) => {
  expect(readManifest(browserUnderTest).web_accessible_resources ?? []).toEqual([]);
});

test('the build asks at install for the vendor’s host only', ({browserUnderTest}) => {
  const manifest = readManifest(browserUnderTest);
  expect(manifest.host_permissions).toEqual(['https://api.app.thrivestack.ai/*']);
  expect(manifest.content_scripts ?? []).toEqual([]);
});

test('the build keeps private windows apart', ({browserUnderTest}) => {
  const expected = {chromium: 'split', firefox: 'not_allowed'};
  expect(readManifest(browserUnderTest).incognito).toBe(expected[browserUnderTest]);
});

test('the build carries our licence, and those of all that it is built of', ({browserUnderTest}) => {
  const read = (file: string) => readFileSync(join(findBuild(browserUnderTest), file), 'utf8');
  expect(read('LICENSE')).toBe(readFileSync('LICENSE', 'utf8'));
  const notices = read('THIRD-PARTY-NOTICES.md').split(/^## /m).slice(1);
  const names = notices.map((notice) => /^\S+/.exec(notice)?.[0]);
  // One package of each licence that every build of the panel contains. These are only in the judge.
  const ofPlans = ['json-schema-library', 'papaparse', 'yaml'];
  const known = [
    'preact',
    'idb',
    'diff',
    'webextension-polyfill',
    '@codemirror/view',
    'fflate',
    'zod',
    ...ofPlans,
  ];
  expect(names).toEqual(expect.arrayContaining(known));
  for (const notice of notices) {
    // The licence texts themselves, not only their names.
    expect(notice).toMatch(/copyright|mozilla public license/i);
    expect(notice.length).toBeGreaterThan(500);
  }
});

test('no context loads more than it may, gzipped', ({browserUnderTest}) => {
  const sizes = readBundleSizes(findBuild(browserUnderTest));
  // The panel does not contain the checks: its worker checks captured requests and drafts. The code that decompresses
  // and masks bodies and addresses comes with the details, after the list. Column headers, sorting and the first
  // steps are loaded at the start; menus, the timeline and the comparison are not.
  // The background cleans the compressed bodies of pinned requests when a session ends, and a service worker may not
  // load code later, so it contains the code to inflate them (3 KB) and to find secrets in them (8 KB) from the
  // start.
  const limits = {background: 45_100, panel: 76_800, details: 41_600, editor: 159_900};
  for (const [name, bytes] of Object.entries(sizes)) {
    expect(bytes, name).toBeGreaterThan(10_000);
    expect(bytes, name).toBeLessThan(limits[name as keyof typeof limits]);
  }
});

test('a page can fetch nothing from the extension', async ({visit: {browser, page}}) => {
  const own = await browser.openExtensionPage('manifest.json');
  const url = await own.evaluate(() => location.href);
  await page.evaluate((address) => {
    const outcome = {text: 'pending'};
    Object.assign(globalThis, {outcome});
    fetch(address).then(
      () => Object.assign(outcome, {text: 'fetched'}),
      () => Object.assign(outcome, {text: 'refused'}),
    );
  }, url);
  const read = () => page.evaluate(() => (globalThis as unknown as {outcome: {text: string}}).outcome.text);
  await expect.poll(read).toBe('refused');
});
