import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {bannedWords, documents, shownFolders} from './banned-words';
import {readTexts, type ShownText} from './read-texts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

function readFolder(folder: string): {path: string; texts: ShownText[]}[] {
  return readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|test-support/.test(path))
    .map((path) => `${folder}/${path}`)
    .map((path) => ({path, texts: readTexts(readFileSync(join(root, path), 'utf8'), path)}));
}

/** The lines of a document, without code. */
function readDocument(path: string): ShownText[] {
  return readFileSync(join(root, path), 'utf8')
    .replace(/^```[\s\S]*?^```$/gm, (code) => code.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]*`/g, '')
    .split('\n')
    .map((text, index) => ({text, line: index + 1}));
}

function complain(path: string, texts: readonly ShownText[]): string[] {
  return texts.flatMap(({text, line}) =>
    bannedWords
      .filter(({pattern}) => pattern.test(text))
      .map(({words, instead}) => `${path}:${line} "${text}": not ${words}, but ${instead}`),
  );
}

describe('the words that people read', () => {
  it.each(shownFolders)('in %s are those of docs/WORDING.md', (folder) => {
    const files = readFolder(folder);
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap(({path, texts}) => complain(path, texts))).toEqual([]);
  });

  it.each(documents)('in %s are those of docs/WORDING.md', (path) => {
    expect(complain(path, readDocument(path))).toEqual([]);
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
