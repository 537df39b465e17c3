import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
  ...['cli', 'core', 'playwright'].map((name) => `packages/${name}/README.md`),
  '.github/pull_request_template.md',
].filter((path) => path.endsWith('.md') && path !== 'CHANGELOG.md');
const {scripts} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe.each(documents)('%s', (path) => {
  const text = read(path);

  it('names no npm script that is not there', () => {
    const named = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links to no file that is not there', () => {
    const targets = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => target ?? '');
    const relative = targets.filter((target) => !/^[a-z]+:/.test(target));
    expect(relative.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([]);
  });

  it('names no path of the sources that is not there', () => {
    const named = [...text.matchAll(/`((?:src|e2e|docs|packages)\/[\w./-]+)`/g)].map(
      ([, name]) => name ?? '',
    );
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });
});

it('there are documents to read', () => {
  expect(documents).toContain('README.md');
  expect(documents.length).toBeGreaterThan(5);
});
