/**
 * Reads what `npm test` printed (standard input) and says in one line how many tests of both runners passed and failed.
 * Its argument is npm's exit code: a step that fails without any test, such as lint, counts as one failure.
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

const failed = Math.max(count('failed'), exitCode === 0 ? 0 : 1);
if (count('flaky') > 0) console.log(`${count('flaky')} of the passed needed a second try: look at them`);
console.log(`${count('passed') + count('flaky')} passed, ${failed} failed`);
