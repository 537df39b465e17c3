/** What the files of a folder may import besides each other. */
export interface ImportRule {
  /** Our own folders under src. */
  folders: readonly string[];
  /** Packages of npm; a trailing `*` stands for anything. */
  packages: readonly string[];
}

const components = ['preact', 'preact/*', '@preact/signals'];
const page: ImportRule = {
  folders: ['ui', 'messages', 'storage', 'domain', 'domain/plans'],
  packages: components,
};

/**
 * The table of ARCHITECTURE.md. A file belongs to the longest of these that its path begins with. The browser's own API
 * is no package here: it is for roots alone, see `isRoot`.
 */
export const importRules: Readonly<Record<string, ImportRule>> = {
  domain: {folders: ['domain/plans'], packages: ['zod/mini', 'diff', 'fflate']},
  // Tracking plans: their formats and their schemas. Loaded when there is a plan, and not before.
  'domain/plans': {folders: ['domain'], packages: ['json-schema-library*', 'papaparse', 'yaml']},
  // What all pages look like.
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

/** A context's entry file, which alone has the browser's API in its hands and passes on what others need of it. */
export function isRoot(file: string): boolean {
  return /^(background\/background|devtools\/devtools|panel\/panel|settings-page\/settings|permission-page\/permission)\.tsx?$/.test(
    file,
  );
}
