import {readFile} from 'node:fs/promises';

/** The sum of the peak resident memory of processes, in bytes; null if the system does not record it. */
export async function readPeakMemory(processIds: readonly number[]): Promise<number | null> {
  const peaks = await Promise.all(processIds.map((id) => readProcessFile(id, 'status').then(toPeak)));
  const known = peaks.filter((peak) => peak !== null);
  return known.length === 0 ? null : known.reduce((sum, peak) => sum + peak, 0);
}

/** A file of Linux' data about a process, '' if there is none. */
export async function readProcessFile(processId: number, name: 'status' | 'cmdline'): Promise<string> {
  try {
    return await readFile(`/proc/${processId}/${name}`, 'utf8');
  } catch {
    // The process has ended, or this is another system.
    return '';
  }
}

function toPeak(status: string): number | null {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
