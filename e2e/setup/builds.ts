import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Browser} from './browser-driver';

/** Folder of a browser's build: in dist, or in the folder that EXTENSION_BUILDS names. */
export function findBuild(name: Browser['name']): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folder = join(process.env.EXTENSION_BUILDS ?? join(root, 'dist'), name);
  if (existsSync(join(folder, 'manifest.json'))) return folder;
  throw new Error(`There is no build in ${folder}: run "npm run build".`);
}

export function readManifest(name: Browser['name']): Record<string, unknown> {
  return JSON.parse(readFileSync(join(findBuild(name), 'manifest.json'), 'utf8')) as Record<string, unknown>;
}
