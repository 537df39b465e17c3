import {cp, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {startDev} from '../../dev/start-dev';
import type {Panel} from '../../setup/browser-driver';
import {poll} from '../../setup/poll';
import {click} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {expectText, row} from '../steps/steps';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const parts = [
  'src',
  'public',
  'manifest.json',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'LICENSE',
];

test('npm run dev shows a changed rule in the panel, at the event that CONTRIBUTING.md names', async ({
  browserUnderTest,
}) => {
  test.setTimeout(240_000);
  const copy = await mkdtemp(join(tmpdir(), 'track-inspector-dev-'));
  for (const part of parts) await cp(join(root, part), join(copy, part), {recursive: true});
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  const opened: {panel: Panel}[] = [];
  const errors: unknown[] = [];
  const close = await startDev({
    root: copy,
    browser: browserUnderTest,
    outDir: join(copy, 'dist'),
    headless: true,
    onOpened: (one) => opened.push(one),
    onError: (error) => errors.push(error),
  });
  try {
    const words = join(copy, 'src/domain/verdict/describe/group-words.ts');
    const text = await readFile(words, 'utf8');
    const changed = text.replace('Add the ID of the account.', 'Name the account.');
    expect(changed).not.toBe(text);
    await writeFile(words, changed);
    const second = await poll(() => opened[1], 'The change has not arrived.', 120_000);
    await click(second.panel, row('page_visit'));
    await expectText(second.panel, {role: 'tabpanel'}, 'Name the account.');
    expect(errors).toEqual([]);
    expect(opened, 'one change opens the panel once').toHaveLength(2);
  } finally {
    await close();
    await rm(copy, {recursive: true, force: true, maxRetries: 10});
  }
});
