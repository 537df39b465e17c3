import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {gzipSync} from 'node:zlib';

/** Bytes, gzipped, of all files that are loaded. */
export interface BundleSizes {
  background: number;
  /** Loaded before the list is painted. */
  panel: number;
  /** Loaded right after the list, whether a row is opened or not. */
  details: number;
  /** Loaded in addition when the editor is opened. */
  editor: number;
}

const staticImport = /(?:from|import)\s*["'](\.\.?\/[^"']+)["']/g;
const pageFile = /(?:src|href)="\/([^"]+\.(?:js|css))"/g;

/** Reads a build's files and their imports; `folder` contains its manifest. */
export function readBundleSizes(folder: string): BundleSizes {
  const panel = collect(folder, readNames(folder, 'src/panel/panel.html', pageFile));
  const details = collect(folder, findEntry(folder, 'detail-panes')).filter((file) => !panel.includes(file));
  const editor = collect(folder, findEntry(folder, 'EditPane')).filter(
    (file) => !panel.includes(file) && !details.includes(file),
  );
  const sum = (files: readonly string[]) =>
    files.reduce((bytes, file) => bytes + gzipSync(readFileSync(join(folder, file)), {level: 9}).length, 0);
  return {
    background: sum(collect(folder, findBackground(folder))),
    panel: sum(panel),
    details: sum(details),
    editor: sum(editor),
  };
}

/** The chunk with that name. */
function findEntry(folder: string, name: string): string[] {
  const found = readdirSync(join(folder, 'assets')).filter(
    (file) => file.startsWith(`${name}-`) && file.endsWith('.js'),
  );
  if (found.length !== 1) throw new Error(`The build has ${found.length} chunks of the name ${name}.`);
  return found.map((file) => join('assets', file));
}

function findBackground(folder: string): string[] {
  const {background} = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    background: {service_worker?: string; scripts?: string[]};
  };
  return [background.service_worker ?? [], background.scripts ?? []].flat();
}

/** These files and everything they import, each once. */
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
