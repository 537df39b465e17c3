import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, it} from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

const files = (folder: string) =>
  readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter((path) => /\.(tsx?|md|css|html)$/.test(path) && !path.includes('node_modules'))
    .map((path) => ({path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), 'utf8')}));

/** The folders that turn issues into text for people. No other code may use the text. */
const readers = /^src\/(panel\/view|domain\/export|domain\/testing|domain\/verdict\/describe)\//;

it('only what people read makes sentences of issues: decisions go by code, params and suggestion', () => {
  const makers = files('src').filter(
    ({path, text}) =>
      !/\.test\.tsx?$/.test(path) && /from '[^']*\/describe-issue'/.test(text) && !readers.test(path),
  );
  expect(makers.map(({path}) => path)).toEqual([]);
});

it('what is made of an issue is not taken apart again', () => {
  const parsers = files('src').filter(
    ({path, text}) =>
      !/\.test\.tsx?$/.test(path) &&
      /describeIssue\([^)]*\)(\.\w+)?\.(match|replace|split|includes|startsWith|indexOf|slice)\(/.test(text),
  );
  expect(parsers.map(({path}) => path)).toEqual([]);
});

it('documents are cited by their names', () => {
  const number = /\bseed 0\d\d\b/;
  const documents = readdirSync(root).filter((name) => name.endsWith('.md'));
  const all = [
    ...files('src'),
    ...files('e2e'),
    ...documents.map((path) => ({path, text: readFileSync(join(root, path), 'utf8')})),
  ];
  expect(all.filter(({text}) => number.test(text)).map(({path}) => path)).toEqual([]);
});
