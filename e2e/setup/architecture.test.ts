import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import {protocolIds} from '../../src/domain/protocols/wire-formats';
import {findPageAddresses, findViolations, type SourceFile} from './find-violations';
import {type ImportRule, importRules} from './import-rules';
import {findPackageViolations} from './package-rules';

const src = fileURLToPath(new URL('../../src', import.meta.url));

function readSources(): SourceFile[] {
  return readdirSync(src, {recursive: true, encoding: 'utf8'})
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:tsx?|css|html)$/.test(path) && !path.endsWith('.d.ts') && !isTestCode(path))
    .map((path) => ({path, text: readFileSync(join(src, path), 'utf8')}));
}

/** Tests, and files that only tests import, may use anything. */
function isTestCode(path: string): boolean {
  return /\.test\.tsx?$|test-support\/|^domain\/testing\/|fakes\.tsx?$/.test(path);
}

test('every import of src is one that the import table allows', () => {
  const sources = readSources();
  expect(sources.length).toBeGreaterThan(10);
  expect(sources.flatMap(findViolations)).toEqual([]);
});

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The rows of ARCHITECTURE.md, one for each folder in the first cell: its contents, and what it may import. */
function readTable(): Map<string, {what: string; imports: string}> {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const rows = text.matchAll(/^\| (`.+?`) \| (.+?) \|(?: (.+?))? \|$/gm);
  return new Map(
    [...rows].flatMap(([, names = '', what = '', imports = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => [name, {what, imports}]),
    ),
  );
}

/** As named in the document: `domain` includes its plans, and packages are named without their subpaths. */
function toNames(folder: string, {folders, packages}: ImportRule): string[] {
  const own = folders.map((name) => (name === 'domain/plans' ? 'domain' : name));
  const names = [...own, ...packages.map((name) => name.replace(/\/?\*$/, ''))];
  return [...new Set(names)].filter((name) => name !== folder).sort();
}

test.each(Object.entries(importRules))('ARCHITECTURE.md says what src/%s may import', (folder, rule) => {
  const imports = readTable().get(`src/${folder}`)?.imports;
  expect(imports?.split(', ').filter(Boolean).sort()).toEqual(toNames(folder, rule));
});

test.each(['src/domain', 'src/panel/store', 'e2e', 'packages'])(
  'ARCHITECTURE.md names the folders of %s',
  (folder) => {
    const table = readTable();
    const inside = readdirSync(join(root, folder), {withFileTypes: true})
      .filter((entry) => entry.isDirectory() && !table.has(`${folder}/${entry.name}`))
      .map(({name}) => name);
    expect(inside.length).toBeGreaterThan(2);
    expect(inside.filter((name) => !table.get(folder)?.what.includes(`\`${name}\``))).toEqual([]);
  },
);

test('style sheets and pages are read, and pages are opened by an address where one lies', () => {
  const sources = readSources();
  const paths = sources.map(({path}) => path);
  expect(paths).toEqual(expect.arrayContaining(['ui/tokens.css', 'settings-page/settings.html']));
  const opened = sources.flatMap(findPageAddresses);
  expect(opened).toEqual(expect.arrayContaining(['panel/panel.html', 'permission-page/permission.html']));
  expect(opened.filter((path) => !paths.includes(path))).toEqual([]);
});

/** Protocol IDs as strings in code: `'segment'`, `"journy"`. */
const idText = new RegExp(`(['"\`])(?:${protocolIds.join('|')})\\1`);

test('only the protocols’ own folder names a protocol by its id', () => {
  const sources = readSources();
  expect(sources.filter(({text}) => idText.test(text)).length).toBeGreaterThan(0);
  const strangers = sources.filter(({path}) => !path.startsWith('domain/protocols/'));
  expect(strangers.filter(({text}) => idText.test(text)).map(({path}) => path)).toEqual([]);
});

test.each(protocolIds)('%s: a word of its id is not compared with anywhere', (id) => {
  expect(idText.test(`if (protocol === '${id}')`)).toBe(true);
});

test('addresses are only tested by the function that is right in Node too', () => {
  const callers = readSources().filter(({text}) => text.includes('URL.canParse('));
  expect(callers.map(({path}) => path)).toEqual([]);
});

describe('an import that the table forbids is told in a sentence', () => {
  test.each<[string, string, RegExp | null]>([
    ['domain/a.ts', `import * as z from 'zod/mini';`, null],
    ['domain/a.ts', `import * as z from 'zod';`, /imports the package zod/],
    ['domain/a.ts', `import {b} from './b';`, null],
    ['domain/a.ts', `import type {B} from '../storage/b';`, /imports from storage, but domain may only/],
    ['domain/a.ts', `export {b} from '../panel/store/b';`, /imports from panel\/store/],
    ['domain/a.ts', `import {readFileSync} from 'node:fs';`, /imports the package node:fs/],
    ['domain/a.ts', `import type {Tabs} from 'webextension-polyfill';`, /only the entry file/],
    ['background/background.ts', `import browser from 'webextension-polyfill';`, null],
    ['background/capture.ts', `import browser from 'webextension-polyfill';`, /only the entry file/],
    ['background/capture.ts', `import type {WebRequest} from 'webextension-polyfill';`, null],
    ['panel/view/List.tsx', `import {\n  a,\n  b,\n} from '../store/a';`, null],
    ['panel/view/List.tsx', `import {a} from '../../messages/a';`, /imports from messages/],
    ['panel/view/List.tsx', `const late = import('../../storage/a');`, /imports from storage/],
    ['panel/store/a.ts', `import {h} from 'preact';`, /imports the package preact/],
    ['panel/view/a.css', `@import '../../ui/tokens.css';`, null],
    ['ui/a.css', `@import "../panel/view/panel.css";`, /imports from panel\/view/],
    ['ui/a.css', `a { background: url(../panel/view/a.svg); }`, /imports from panel\/view/],
    ['ui/a.css', `a { background: url("data:image/svg+xml,<svg/>"); }`, null],
    ['ui/a.css', `@import 'https://fonts.example/a.css';`, /imports the package https/],
    ['settings-page/a.html', `<script type="module" src="./settings.tsx"></script>`, null],
    [
      'settings-page/a.html',
      `<link rel="stylesheet" href="../panel/view/a.css" />`,
      /imports from panel\/view/,
    ],
    ['settings-page/a.html', `<script src="https://cdn.example/a.js"></script>`, /imports the package https/],
    ['junk/a.ts', '', /no folder of the import table/],
  ])('%s: %s', (path, text, complaint) => {
    const found = findViolations({path, text});
    if (complaint === null) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringMatching(complaint)]);
  });
});

const packages = fileURLToPath(new URL('../../packages', import.meta.url));

test('every import of the packages is one that their rules allow', () => {
  const files = readdirSync(packages, {recursive: true, encoding: 'utf8'})
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^\w+\/src\/.*\.ts$/.test(path) && !path.endsWith('.test.ts'));
  expect(files.length).toBeGreaterThan(30);
  const sources = files.map((path) => ({path, text: readFileSync(join(packages, path), 'utf8')}));
  expect(sources.flatMap(findPackageViolations)).toEqual([]);
});

test.each<[string, string, RegExp | null]>([
  ['core/src/domain.ts', `export {a} from '../../../src/domain/a';`, null],
  ['core/src/judge/a.ts', `import {a} from '../../../../src/domain/a';`, /only core\/src\/domain\.ts/],
  ['core/src/domain.ts', `import {a} from '../../../src/panel/a';`, /may not import/],
  ['core/src/a.ts', `import {readFile} from 'node:fs';`, /may not import node:fs/],
  ['cli/src/a.ts', `import {readFile} from 'node:fs';`, null],
  ['cli/src/a.ts', `import {a} from '../../core/src/a';`, /may not import/],
  ['cli/src/a.ts', `import {a} from './reporters/a';`, null],
  ['cli/src/commands/a.ts', `import {a} from '../../../node/src/a';`, null],
  ['node/src/a.ts', `import {a} from '../../cli/src/a';`, /may not import/],
  ['playwright/src/a.ts', `import {a} from 'playwright-core';`, /may not import/],
  ['other/src/a.ts', '', /has no rule/],
])('packages/%s: %s', (path, text, complaint) => {
  const found = findPackageViolations({path, text});
  if (complaint === null) expect(found).toEqual([]);
  else expect(found).toEqual([expect.stringMatching(complaint)]);
});

test('src imports no package of ours', () => {
  expect(
    readSources().filter(({text}) =>
      /from '(?:@track-inspector\/|track-inspector|[./]*packages\/)/.test(text),
    ),
  ).toEqual([]);
});
