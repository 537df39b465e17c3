import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {gzipSync} from 'node:zlib';

/** Bytes, gzipped, of all that is loaded: before anything is painted, and what opening the editor adds. */
export interface BundleSizes {
  background: number;
  panel: number;
  editor: number;
}

const staticImport = /(?:from|import)\s*["'](\.\.?\/[^"']+)["']/g;
const pageFile = /(?:src|href)="\/([^"]+\.(?:js|css))"/g;

/** Reads a build's files and what they import; `folder` holds its manifest. */
export function readBundleSizes(folder: string): BundleSizes {
  const panel = collect(folder, readNames(folder, 'src/panel/panel.html', pageFile));
  const editorEntry = readdirSync(join(folder, 'assets')).filter((name) => /^EditPane-.*\.js$/.test(name));
  const editor = collect(
    folder,
    editorEntry.map((name) => join('assets', name)),
  ).filter((file) => !panel.includes(file));
  const sum = (files: readonly string[]) =>
    files.reduce((bytes, file) => bytes + gzipSync(readFileSync(join(folder, file)), {level: 9}).length, 0);
  return {background: sum(collect(folder, findBackground(folder))), panel: sum(panel), editor: sum(editor)};
}

function findBackground(folder: string): string[] {
  const {background} = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    background: {service_worker?: string; scripts?: string[]};
  };
  return [background.service_worker ?? [], background.scripts ?? []].flat();
}

/** These files and all that they import, each once. */
function collect(folder: string, files: readonly string[]): string[] {
  const found = new Set(files);
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    for (const name of readNames(folder, file, staticImport)) found.add(join(dirname(file), name));
  }
  return [...found];
}

function readNames(folder: string, file: string, pattern: RegExp): string[] {
  return [...readFileSync(join(folder, file), 'utf8').matchAll(pattern)].flatMap(([, name]) => name ?? []);
}
