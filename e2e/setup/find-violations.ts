import {posix} from 'node:path';
import {browserApi, type ImportRule, importRules, isRoot} from './import-rules';

export interface SourceFile {
  /** Relative to src, with slashes: `panel/view/App.tsx`. */
  path: string;
  text: string;
}

interface Import {
  from: string;
  typeOnly: boolean;
}

const importPattern =
  /\b(?:import|export)\s+(type\s)?(?:[\w*\s{},$]+?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** `@import` and `url()` of style sheets, `src` and `href` of pages: the browser loads these like imports. */
const styleLink = /@import\s+['"]([^'"]+)['"]|\burl\(\s*['"]?([^'")\s]+)/g;
const pageLink = /<(?:script|link|img|iframe)\b[^>]*?\s(?:src|href)=["']([^"']+)["']/g;

/** Pages of the extension that code opens with `getURL('src/a/a.html')` too: the path starts at the root. */
const pageAddress = /['"`]\/?src\/([\w./-]+\.html)\b/g;

/** A sentence for each import that the table does not allow. */
export function findViolations(file: SourceFile): string[] {
  const folder = folderOf(file.path);
  const rule = importRules[folder];
  if (rule === undefined) return [`src/${file.path} lies in no folder of the import table.`];
  return readLinks(file)
    .map((one) => judge(file.path, folder, rule, one))
    .filter((complaint) => complaint !== null);
}

function judge(path: string, folder: string, rule: ImportRule, {from, typeOnly}: Import): string | null {
  if (from === browserApi) {
    // A type only describes a parameter; the browser's API itself must be passed in by the entry file.
    if (isRoot(path) || (typeOnly && !/^(domain|messages|panel\/)/.test(folder))) return null;
    return `src/${path} reaches for the browser's API, which only the entry file of its folder may hold.`;
  }
  if (!from.startsWith('.')) {
    if (rule.packages.some((name) => isMatch(name, from))) return null;
    return `src/${path} imports the package ${from}, but ${folder} may only use ${list(rule.packages)}.`;
  }
  const target = posix.join(posix.dirname(path), from);
  if (target.startsWith('..')) return `src/${path} imports ${from}, which lies outside of src.`;
  const targetFolder = folderOf(target);
  if (targetFolder === folder || rule.folders.includes(targetFolder)) return null;
  return `src/${path} imports from ${targetFolder}, but ${folder} may only import from ${list(rule.folders)}.`;
}

/** Pages of the extension that code opens by their path, relative to src. */
export function findPageAddresses({text}: SourceFile): string[] {
  return [...text.matchAll(pageAddress)].map(([, path = '']) => path);
}

function readLinks({path, text}: SourceFile): Import[] {
  if (/\.tsx?$/.test(path)) return readImports(text);
  return [...text.matchAll(path.endsWith('.css') ? styleLink : pageLink)]
    .map(([, first, second]) => first ?? second ?? '')
    .filter((from) => !/^(?:data:|#)/.test(from))
    .map((from) => ({from, typeOnly: false}));
}

function readImports(text: string): Import[] {
  return [...text.matchAll(importPattern)].map(([, type, from, dynamic]) => ({
    from: (from ?? dynamic ?? '').replace(/\?.*$/, ''),
    typeOnly: type !== undefined,
  }));
}

function folderOf(path: string): string {
  const folders = Object.keys(importRules).filter((name) => path.startsWith(`${name}/`));
  return folders.toSorted((a, b) => b.length - a.length)[0] ?? posix.dirname(path);
}

function isMatch(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

function list(names: readonly string[]): string {
  return names.length > 0 ? names.join(', ') : 'nothing else';
}
