import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {toNeeds} from './needs.mjs';

const {scripts} = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  scripts: Record<string, string>;
};
const names = (needs: readonly {name: string}[]) => needs.map(({name}) => name);

describe('what a command needs', () => {
  it('is everything without names', () => {
    expect(names(toNeeds([]))).toEqual(['Chromium', 'Firefox', 'curl']);
  });

  it.each([
    ['demo', ['Chromium']],
    ['demo:firefox', ['Firefox']],
    ['dev:chromium', ['Chromium']],
    ['dev:firefox', ['Firefox']],
    ['store:pictures', ['Chromium']],
    ['test', ['Chromium', 'Firefox', 'curl']],
  ])('npm run %s asks only for the programs that it starts', (script, expected) => {
    const [, asked = ''] = /prepare\.mjs([\w ]*)/.exec(scripts[script] ?? '') ?? [];
    expect(names(toNeeds(asked.split(' ').filter((name) => name !== '')))).toEqual(expected);
  });

  it('is not a program that is not known', () => {
    expect(() => toNeeds(['opera'])).toThrow('opera is not a known program.');
  });
});
