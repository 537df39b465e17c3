import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {attackExpression} from './attack-expression';
import {findExpressions} from './find-expressions';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const files = readdirSync(src, {recursive: true, encoding: 'utf8'})
  .map((path) => path.replaceAll('\\', '/'))
  .filter(
    (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$|test-support\/|^domain\/testing\//.test(path),
  );
const searches = files.map((path) => findExpressions({path, text: readFileSync(join(src, path), 'utf8')}));
const found = searches.flatMap((search) => search.found);
const each = [...new Map(found.map((one) => [`${one.source}/${one.flags}`, one])).values()];

const worst = {size: 100_000, limit: 200};

describe('every regular expression of src', () => {
  it('is found, with a pattern that is known before the program runs', () => {
    expect(found.length).toBeGreaterThan(200);
    // The pattern of a user's tracking plan, which is only compiled.
    expect(searches.flatMap(({unknown}) => unknown)).toEqual([
      expect.stringMatching(/^domain\/plans\/validate\/regex-flags\.ts:\d+$/),
    ]);
  });

  const named = each.map((one): [string, typeof one] => [
    `${one.path}:${one.line} /${one.source}/${one.flags}`,
    one,
  ]);
  it.each(named)('%s reads its worst 100 KB in under 200 ms', (_, expression) => {
    const attack = attackExpression(expression, worst);
    expect(attack.worst, attack.input).toBeLessThan(worst.limit);
  });
});

describe('an attack', () => {
  it.each([
    'a+b',
    '\\s+$',
    '^(a+)+$',
    '(?:a|a)*b',
    '"(?:[^"\\\\]|\\\\.)*"',
    '/\\*[^]*?\\*/',
    'x=(\\d+)*y',
    '^(\\w+\\s?)*$',
  ])('finds what is slow in /%s/', (source) => {
    expect(attackExpression({source, flags: 'g'}, worst).worst).toBeGreaterThanOrEqual(worst.limit);
  });

  it.each(['^a+b', '[^"]*', 'a{1,3}b', '^(?:ab)*$'])('finds nothing in /%s/', (source) => {
    expect(attackExpression({source, flags: 'g'}, worst).worst).toBeLessThan(worst.limit);
  });
});

it('finds literals and calls, whatever stands around them', () => {
  const text = [
    'const part = String.raw`\\d+`;',
    'const a = /x\\/[/]y/gi; // /not one/',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a source, in which it is one.
    'const b = new RegExp(`^${part}$`, "u");',
    "const c = 4 / 2 / 1, d = '/nor this/';",
    'const e = (f: string) => new RegExp(f);',
    'const g = <T,>(h: T) => RegExp("i");',
  ].join('\n');
  expect(findExpressions({path: 'a.ts', text})).toEqual({
    found: [
      {path: 'a.ts', line: 2, source: 'x\\/[/]y', flags: 'gi'},
      {path: 'a.ts', line: 3, source: '^\\d+$', flags: 'u'},
      {path: 'a.ts', line: 6, source: 'i', flags: ''},
    ],
    unknown: ['a.ts:5'],
  });
});
