import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {readConfigFile} from './read-config-file';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'track-inspector-config-'));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const config = '{"plans": ["a/plan.json"], "mask": ["/x"]}';
it.each<[string, string | Buffer]>([
  ['UTF-8', config],
  ['UTF-16', Buffer.from(`\ufeff${config}`, 'utf16le')],
])('has the paths of its plans relative to it: %s', async (_, text) => {
  const path = join(folder, 'config.json');
  writeFileSync(path, text);
  const plans = [join(folder, 'a', 'plan.json')];
  expect(await readConfigFile(path)).toMatchObject({plans, mask: ['/x'], exported: []});
});

it.each<[string, string | null, readonly RegExp[]]>([
  ['missing', null, [/config\.json: this file cannot be read\.$/]],
  [
    'with two faults',
    '{"rules": 1,\n"plans": 2}',
    [/config\.json:1:\d+: rules: /, /config\.json:2:\d+: plans: /],
  ],
])('is refused with a line for each fault: %s', async (_, text, lines) => {
  const path = join(folder, 'config.json');
  rmSync(path, {force: true});
  if (text !== null) writeFileSync(path, text);
  const error = await readConfigFile(path).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    lines: lines.map((line) => expect.stringMatching(line)),
    message: expect.stringMatching(lines.at(-1) ?? /^$/),
  });
});
