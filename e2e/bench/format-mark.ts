export interface Mark {
  reach: number;
  fault: number;
  /** For a ratio: a time in milliseconds that always counts as reached, since the ratio is higher on a fast processor. */
  milliseconds?: number;
}

/** A measured value with its mark: the goal, and the limit above which it is a fault. */
export function formatMark(name: string, value: number, unit: 'ms' | '×' | 'KB', mark: Mark): string {
  const {reach, fault} = mark;
  const digits = unit === '×' ? 3 : 1;
  return `${name.padEnd(48)}  ${value.toFixed(digits).padStart(8)} ${unit}   ${reach} / ${fault} ${unit}   ${judge(value, mark)}`;
}

/** A ratio with the time it was calculated from. */
export function formatRatio(name: string, {ratio, time}: {ratio: number; time: number}, mark: Mark): string {
  const {milliseconds = 0} = mark;
  const verdict = time <= milliseconds ? `reached, by its ${milliseconds} ms` : judge(ratio, mark);
  const measured = `${ratio.toFixed(2).padStart(8)} ×   ${time.toFixed(1).padStart(7)} ms`;
  return `${name.padEnd(48)}  ${measured}   ${mark.reach} / ${mark.fault} ×   ${verdict}`;
}

function judge(value: number, {reach, fault}: Mark): string {
  return value <= reach ? 'reached' : value <= fault ? 'short of it' : 'FAULT';
}
