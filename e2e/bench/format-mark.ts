export interface Mark {
  reach: number;
  fault: number;
}

/** A measured value beside its mark: what to reach, and what is a fault. */
export function formatMark(
  name: string,
  value: number,
  unit: 'ms' | '×' | 'KB',
  {reach, fault}: Mark,
): string {
  const verdict = value <= reach ? 'reached' : value <= fault ? 'short of it' : 'FAULT';
  const digits = unit === '×' ? 3 : 1;
  return `${name.padEnd(48)}  ${value.toFixed(digits).padStart(8)} ${unit}   ${reach} / ${fault} ${unit}   ${verdict}`;
}
