/** The value below which this fraction (0 to 1) of the values lies. */
export function toQuantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** The median; the mean of the two middle values if their number is even. */
export function toMedian(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const [lower = Number.NaN, upper = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
}

/** The 95% confidence interval of the median: bootstrap percentiles over 2,000 samples. */
export function toInterval(values: readonly number[], random: () => number): [low: number, high: number] {
  const draw = () => values[Math.floor(random() * values.length)] ?? Number.NaN;
  const medians = Array.from({length: 2_000}, () => toMedian(values.map(draw)));
  return [toQuantile(medians, 0.025), toQuantile(medians, 0.975)];
}
