import {describe, expect, it} from 'vitest';
import {createReportBudget} from './report-budget';

const MB = 1_400_000;

/** Counts how many of these reports pass, sent at intervals of `every` milliseconds. */
function countPassed(
  {id = 1, size, count, every}: {id?: number; size: number; count: number; every: number},
  allows = createReportBudget(8_000),
) {
  return Array.from({length: count}, (_, index) => allows(id, size, index * every)).filter(Boolean).length;
}

describe('what a page may report', () => {
  it.each([
    ['a few large ones at once', {size: MB, count: 8, every: 0}, 8],
    ['hundreds of small ones at once', {size: 500, count: 300, every: 0}, 300],
    ['a large one each second', {size: MB, count: 100, every: 1_000}, 100],
    ['fifty small ones a second', {size: 500, count: 1_000, every: 20}, 1_000],
  ])('is %s', (_, reports, passed) => expect(countPassed(reports)).toBe(passed));

  it.each([
    ['fifty large ones a second', {size: MB, count: 500, every: 20}, 20],
    ['a thousand small ones a second', {size: 500, count: 10_000, every: 1}, 2_000],
  ])('is not %s', (_, reports, most) => expect(countPassed(reports)).toBeLessThan(most));

  it('does not wait for a clock that was set back', () => {
    const allows = createReportBudget(8_000);
    expect(allows(1, MB, 3_600_000)).toBe(true);
    expect(allows(1, MB, 5_000)).toBe(true);
  });

  it('is its own, whatever others report', () => {
    const allows = createReportBudget(8_000);
    countPassed({size: MB, count: 500, every: 0}, allows);
    expect(allows(1, MB, 0)).toBe(false);
    expect(allows(2, MB, 0)).toBe(true);
  });
});
