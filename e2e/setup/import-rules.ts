/** What the files of a folder may import besides each other. */
export interface ImportRule {
  /** Our own folders under src. */
  folders: readonly string[];
  /** npm packages; a trailing `*` matches anything. */
  packages: readonly string[];
}

const components = ['preact', 'preact/*', '@preact/signals'];
const page: ImportRule = {
  folders: ['ui', 'messages', 'storage', 'domain', 'domain/plans'],
  packages: components,
};

/**
 * The table of ARCHITECTURE.md. The longest of these paths that a file's path starts with applies. The browser's API
 * is not listed: only entry files may use it, see `isRoot`.
 */
export const importRules: Readonly<Record<string, ImportRule>> = {
  domain: {folders: ['domain/plans'], packages: ['zod/mini', 'diff', 'fflate']},
  // Tracking plans: their formats and their schemas. Only loaded if there is a plan.
  'domain/plans': {folders: ['domain'], packages: ['json-schema-library*', 'papaparse', 'yaml']},
  // The shared look of all pages.
  ui: {folders: [], packages: []},
  messages: {folders: ['domain'], packages: []},
  storage: {folders: ['domain', 'domain/plans'], packages: ['idb']},
  background: {folders: ['messages', 'storage', 'domain'], packages: []},
  devtools: {folders: ['messages', 'storage', 'domain'], packages: []},
  'page-hook': {folders: ['messages', 'domain'], packages: []},
  'permission-page': page,
  'settings-page': page,
  'panel/store': {folders: ['messages', 'storage', 'domain', 'domain/plans'], packages: ['@preact/signals']},
  'panel/view': {
    folders: ['ui', 'panel/store', 'domain', 'domain/plans'],
    packages: [...components, '@codemirror/*', '@lezer/highlight'],
  },
  panel: {
    folders: ['panel/store', 'panel/view', 'messages', 'storage', 'domain', 'domain/plans'],
    packages: components,
  },
};

export const browserApi = 'webextension-polyfill';

/** A context's entry file, the only one that uses the browser's API and passes it on to the others. */
export function isRoot(file: string): boolean {
  return /^(background\/background|devtools\/devtools|panel\/panel|settings-page\/settings|permission-page\/permission)\.tsx?$/.test(
    file,
  );
}
