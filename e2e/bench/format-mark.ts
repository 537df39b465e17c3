export interface Mark {
  reach: number;
  fault: number;
}

/** A measured value beside its mark: what to reach, and what is a fault. */
export function formatMark(name: string, value: number, unit: 'ms' | '×', {reach, fault}: Mark): string {
  const verdict = value <= reach ? 'reached' : value <= fault ? 'short of it' : 'FAULT';
  const digits = unit === 'ms' ? 1 : 3;
  return `${name.padEnd(48)}  ${value.toFixed(digits).padStart(8)} ${unit}   ${reach} / ${fault} ${unit}   ${verdict}`;
}
