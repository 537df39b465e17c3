import type {BenchResult} from './run-bench';

/** A table of results with their marks: the goal, and the limit above which it is a fault. */
export function formatBench(title: string, results: readonly BenchResult[]): string {
  const rows = results.map((result) => {
    const {unit, reach, fault} = result.marks;
    const value = unit === 'ms' ? result.inspect : result.ratio;
    const verdict = value <= reach ? 'reached' : value <= fault ? 'short of it' : 'FAULT';
    return [
      result.name,
      `${result.kilobytes} KB`,
      String(result.issues),
      result.parse.toFixed(3),
      result.inspect.toFixed(3),
      unit === 'ms' ? `${value.toFixed(3)} ms` : `${value.toFixed(2)} ×`,
      `${reach} / ${fault} ${unit}`,
      verdict,
    ];
  });
  const head = ['batch', 'size', 'issues', 'JSON.parse ms', 'inspect ms', 'result', 'reach / fault', ''];
  const table = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...lines].join('\n');
}
