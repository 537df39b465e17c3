import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {bannedWords, cleanFolders} from './banned-words';
import {readTexts} from './read-texts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

function readFolder(folder: string): {path: string; text: string}[] {
  return readdirSync(join(root, 'src', folder), {recursive: true, encoding: 'utf8'})
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|test-support/.test(path))
    .map((path) => ({
      path: `${folder}/${path}`,
      text: readFileSync(join(root, 'src', folder, path), 'utf8'),
    }));
}

describe('the words that people read', () => {
  it.each(cleanFolders)('in src/%s are those of docs/WORDING.md', (folder) => {
    const complaints = readFolder(folder).flatMap(({path, text}) =>
      readTexts(text, path).flatMap((shown) =>
        bannedWords
          .filter(({pattern}) => pattern.test(shown.text))
          .map(
            ({words, instead}) => `src/${path}:${shown.line} "${shown.text}": not ${words}, but ${instead}`,
          ),
      ),
    );
    expect(complaints).toEqual([]);
  });

  it('in RULES.md are those of docs/WORDING.md', () => {
    const lines = readFileSync(join(root, 'RULES.md'), 'utf8').split('\n');
    const complaints = lines.filter((line) => bannedWords.some(({pattern}) => pattern.test(line)));
    expect(complaints).toEqual([]);
  });

  it('are listed in docs/WORDING.md as the test has them', () => {
    const page = readFileSync(join(root, 'docs/WORDING.md'), 'utf8');
    for (const {words, instead} of bannedWords) expect(page).toContain(`| ${instead} | ${words} |`);
  });
});

describe('readTexts', () => {
  it.each<[string, string, string[]]>([
    ['a string', "const a = 'This is no text.';", ['This is no text.']],
    [
      'a template and the texts within',
      `const a = \`\${count} is no \${what ? "good word" : "bad word"}\`;`,
      ['x is no x', 'good word', 'bad word'],
    ],
    ['text between tags', "<p>\n  This isn’t\n  what it can't be\n</p>", ["This isn’t what it can't be"]],
    ['an attribute', '<p title="It is no title">{a}</p>', ['It is no title']],
    ['text around a value', '<p>There is no {name} to show</p>', ['There is no x to show']],
    ['text around an element', '<p>There is <b>no title</b> to show</p>', ['There is ¶ to show', 'no title']],
    ['a label of one word', '<button>Revoke</button>', ['Revoke']],
    [
      'a string behind a regular expression with a quote',
      "const a = /['\"`]/; const b = 'two words';",
      ['two words'],
    ],
  ])('finds %s', (_, source, texts) => {
    expect(readTexts(source, 'file.tsx').map(({text}) => text)).toEqual(texts);
  });

  it.each([
    '// is no comment to read\n/* is no text */',
    "import {a} from './is no path';",
    "export {a} from './is no path';",
    "const key = 'single-word';",
    "type Key = 'is no text';",
    '<p class="is no-text">{a}</p>',
    'const pattern = /is no text/;',
  ])('leaves %j out', (source) => {
    expect(readTexts(source, 'file.tsx')).toEqual([]);
  });

  it('says where a file cannot be read', () => {
    expect(() => readTexts('const = 1;', 'broken.ts')).toThrow('broken.ts');
  });
});
