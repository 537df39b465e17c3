const KB = 1024;
const MB = KB * KB;
const figures = new Intl.NumberFormat('en-US', {maximumFractionDigits: 1});

/** 295 → "295 B", 1500 → "1.5 KB", 2097152 → "2 MB": in binary units, like the vendors' limits. */
export function formatBytes(bytes: number): string {
  if (bytes < KB) return `${bytes} B`;
  return bytes < MB ? `${figures.format(bytes / KB)} KB` : `${figures.format(bytes / MB)} MB`;
}

/** (314573, 2097152) → "0.3 / 2 MB": both in the unit of the limit, decimal if the limit is. */
export function formatOfLimit(bytes: number, limit: number): string {
  const base = limit % KB === 0 ? KB : 1000;
  const [unit, name] = limit < base * base ? [base, 'KB'] : [base * base, 'MB'];
  return `${figures.format(bytes / unit)} / ${figures.format(limit / unit)} ${name}`;
}
