import {spawnSync} from 'node:child_process';
import {expect, test} from 'vitest';

const printed = [
  '      Tests  3 passed (3)',
  '  1 failed',
  '    [firefox] › keys.spec.ts:7:1 › Escape closes ─────',
  '  2 flaky',
  '    [chromium] › count.spec.ts:30:1 › each once ─────',
  '    [firefox] › count.spec.ts:30:1 › each once ─────',
  '  4 skipped',
  '  17 passed (1.2m)',
].join('\n');

function summarise(text: string, exitCode: number): string {
  return spawnSync(process.execPath, ['e2e/setup/summarise.mjs', String(exitCode)], {
    input: text,
    encoding: 'utf8',
  }).stdout;
}

test('the closing lines count both runners, and name what passed on a second try only', () => {
  expect(summarise(printed, 1).split('\n')).toEqual([
    'passed on its second try, look at it: [chromium] › count.spec.ts:30:1 › each once',
    'passed on its second try, look at it: [firefox] › count.spec.ts:30:1 › each once',
    '22 passed, 1 failed',
    '',
  ]);
});

test('a step that fails without a test is a failure', () => {
  expect(summarise('', 2)).toBe('0 passed, 1 failed\n');
});
