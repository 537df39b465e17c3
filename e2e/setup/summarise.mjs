/**
 * Reads the output of `npm test` (standard input) and reports how many tests of both runners passed and failed, and
 * which of them only passed on a second try. Its argument is npm's exit code: a step that fails without a test, such
 * as lint, counts as one failure.
 */
import {readFileSync} from 'node:fs';
import {stripVTControlCharacters} from 'node:util';

const exitCode = Number(process.argv[2] ?? 0);
const lines = stripVTControlCharacters(readFileSync(0, 'utf8')).split('\n');

/** Vitest: `Tests  1 failed | 40 passed (41)`; Playwright: `  17 passed (1.2m)`, `  1 failed`. */
const summaries = lines.filter(
  (line) => /^\s*Tests\s+\d/.test(line) || /^\s+\d+ (passed|failed|flaky)\b/.test(line),
);

/** @param {string} word */
function count(word) {
  const numbers = summaries.flatMap((line) => [...line.matchAll(new RegExp(`(\\d+) ${word}\\b`, 'g'))]);
  return numbers.reduce((sum, [, digits]) => sum + Number(digits), 0);
}

/** Playwright lists them after their number: `  1 flaky`, `    [chromium] › keys.spec.ts:7:1 › …`. */
function flaky() {
  const names = [];
  for (const [at, line] of lines.entries()) {
    if (!/^\s+\d+ flaky\b/.test(line)) continue;
    for (const name of lines.slice(at + 1)) {
      if (!/^\s+\[/.test(name)) break;
      names.push(name.replace(/[─\s]+$/, '').trim());
    }
  }
  return names;
}

const failed = Math.max(count('failed'), exitCode === 0 ? 0 : 1);
for (const name of flaky()) console.log(`passed on its second try, look at it: ${name}`);
console.log(`${count('passed') + count('flaky')} passed, ${failed} failed`);
