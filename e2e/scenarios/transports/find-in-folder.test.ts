import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {findInFolder} from './find-in-folder';

const token = 'Zk3vT9qLx7Rw2Yb8Nc5Hd1Mf6Gs4Jp0AaBbCcDdEeFfGgHh_';
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-in-folder-'));
  await mkdir(join(folder, 'deep'));
});
afterEach(() => rm(folder, {recursive: true, force: true}));

test.each<[string, Buffer, string[]]>([
  ['as it is', Buffer.from(`before ${token} after`), ['deep/file: UTF-8']],
  ['in two pages', Buffer.from(`${token.slice(0, 20)}\0\0page\0${token.slice(20)}`), ['deep/file: UTF-8']],
  ['as UTF-16', Buffer.from(`x${token}`, 'utf16le'), ['deep/file: UTF-16']],
  ['as Base64', Buffer.from(Buffer.from(token).toString('base64')), ['deep/file: Base64']],
  [
    'as Base64 of more',
    Buffer.from(Buffer.from(`ab{"k":"${token}"}`).toString('base64')),
    ['deep/file: Base64'],
  ],
  ['not at all', Buffer.from(token.toUpperCase()), []],
])('a text that stands there %s', async (_, content, expected) => {
  await writeFile(join(folder, 'deep', 'file'), content);
  expect(await findInFolder(folder, token)).toEqual(expected);
});
