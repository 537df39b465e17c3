const KB = 1024;
const MB = KB * KB;
const figures = new Intl.NumberFormat('en-US', {maximumFractionDigits: 1});

/** 295 → "295 B", 1500 → "1.5 KB", 2097152 → "2 MB": in the binary units that the vendors' limits are read in. */
export function formatBytes(bytes: number): string {
  if (bytes < KB) return `${bytes} B`;
  return bytes < MB ? `${figures.format(bytes / KB)} KB` : `${figures.format(bytes / MB)} MB`;
}

/** (314573, 2097152) → "0.3 / 2 MB": both in the unit of the limit. */
export function formatOfLimit(bytes: number, limit: number): string {
  const [unit, name] = limit < MB ? [KB, 'KB'] : [MB, 'MB'];
  return `${figures.format(bytes / unit)} / ${figures.format(limit / unit)} ${name}`;
}
