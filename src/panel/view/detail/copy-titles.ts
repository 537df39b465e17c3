/** The items of the copy menu, in order; implemented in `copy-formats.ts`. */
export const copyTitles = [
  'cURL',
  'cURL for PowerShell',
  'fetch',
  'JSON',
  'Markdown bug report',
  'Playwright assertion',
] as const;

export type CopyTitle = (typeof copyTitles)[number];
