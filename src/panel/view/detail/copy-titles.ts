/** What the copy menu offers, in its order; `copy-formats.ts` knows how. */
export const copyTitles = [
  'cURL',
  'cURL for PowerShell',
  'fetch',
  'JSON',
  'Markdown bug report',
  'Playwright assertion',
] as const;

export type CopyTitle = (typeof copyTitles)[number];
