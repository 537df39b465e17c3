import {cac} from 'cac';
import {describe, expect, it} from 'vitest';
import * as z from 'zod/mini';
import {fileName, fileNames, protect, readFlags, textOr, toFiles, wholeNumber} from './flags';

const schema = z.object({
  name: fileName,
  list: fileNames,
  word: textOr('none'),
  count: z.optional(wholeNumber),
  quiet: z._default(z.boolean(), false),
  veryQuiet: z._default(z.boolean(), false),
});

/** The flags that a command gets for these arguments. */
function read(...args: string[]) {
  const cli = cac('test');
  let got: unknown;
  cli
    .command('check [...files]')
    .option('--name <text>', '')
    .option('--list <text>', '')
    .option('--word <text>', '')
    .option('--count <number>', '')
    .option('--quiet', '')
    .option('--very-quiet', '')
    .action((files: string[], options: unknown) => {
      const {'--': _, ...flags} = readFlags('check', schema, options) as Record<string, unknown>;
      got = {files: toFiles(files, options), ...flags};
    });
  cli.parse(protect(['node', 'test', 'check', ...args]), {run: false});
  cli.runMatchedCommand();
  return got;
}

describe('an option has the value that was written', () => {
  const none = {
    files: [],
    name: undefined,
    list: [],
    word: 'none',
    count: undefined,
    quiet: false,
    veryQuiet: false,
  };
  it.each<[string[], object]>([
    [
      ['--name', '007', '--list', '1e3', '--list=0x10', '--word', '5'],
      {name: '007', list: ['1e3', '0x10'], word: '5'},
    ],
    [['--word', ' ', '--name', ' '], {word: ' ', name: ' '}],
    [['--word=', '--list', '-'], {word: '', list: ['-']}],
    [['--count', '-1'], {count: -1}],
    [['--count=-1', '-', '7', 'a.har'], {count: -1, files: ['-', '7', 'a.har']}],
    [['--count', '007', '--quiet', '5'], {count: 7, quiet: true, files: ['5']}],
    [['--very-quiet', 'a.har', '5'], {veryQuiet: true, files: ['a.har', '5']}],
    [['--very-quiet=false', '--no-quiet', 'a.har'], {files: ['a.har']}],
    [['a.har', '--quiet', '--', '-b.har', '--x'], {quiet: true, files: ['a.har', '-b.har', '--x']}],
  ])('%j', (args, flags) => {
    expect(read(...args)).toEqual({...none, ...flags});
  });

  it.each([
    [['--name', ''], '--name needs the name of a file'],
    [['--name='], '--name needs the name of a file'],
    [['--list', 'a', '--list='], '--list needs the name of a file'],
    [['--name', 'a', '--name', 'b'], '--name can only be given once'],
    [['--count', ''], '--count is not valid'],
    [['--count', ' '], '--count is not valid'],
    [['--count', '1.5'], '--count is not valid'],
    [['--count', '0x10'], '--count is not valid'],
    [['--count', 'x'], '--count is not valid'],
    [['--count', '1', '--count', '2'], '--count can only be given once'],
    [['--word', 'a', '--word', 'b'], '--word can only be given once'],
  ])('%j is refused', (args, told) => {
    expect(() => read(...args)).toThrow(told);
  });

  it('leaves the arguments of another command alone', () => {
    expect(protect(['node', 'test', 'record', '--', 'sleep', '--x', '1', '-'])).toEqual([
      ...['node', 'test', 'record', '--', 'sleep', '--x', '1', '-'],
    ]);
  });
});
