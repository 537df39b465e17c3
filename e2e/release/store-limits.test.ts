import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {expect, it} from 'vitest';
import manifest from '../../manifest.json' with {type: 'json'};
import packageJson from '../../package.json' with {type: 'json'};
import {storePictures} from '../demo/store/store-pictures';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)));

it('name and description are as long as both stores allow', () => {
  // developer.chrome.com, Manifest: name and description.
  expect(manifest.name.length).toBeLessThanOrEqual(75);
  expect(manifest.description.length).toBeLessThanOrEqual(132);
});

it('the version is one that both stores take: up to four numbers', () => {
  expect(packageJson.version).toMatch(/^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){0,3}$/);
});

it.each(Object.entries(manifest.icons))('the icon of %s pixels is a PNG of that size', (size, path) => {
  expect(readPng(`public/${path}`)).toMatchObject({width: Number(size), height: Number(size)});
});

// developer.chrome.com, Supplying images: a tile, one to five screenshots, "24-bit PNG (no alpha)".
it.each(storePictures)('the picture $name is a PNG of $width × $height pixels without alpha', (picture) => {
  const {name, width, height} = picture;
  expect(readPng(`docs/store/${name}.png`)).toEqual({width, height, depth: 8, color: TRUECOLOR});
});

it('the command takes all pictures that there are, and as many as a store takes', () => {
  const files = readdirSync(fileURLToPath(new URL('../../docs/store', import.meta.url)));
  expect(files.toSorted()).toEqual(storePictures.map(({name}) => `${name}.png`).toSorted());
  const sizes = storePictures.map(({width, height}) => `${width} × ${height}`);
  expect(sizes.filter((size) => size === '440 × 280')).toHaveLength(1);
  expect(sizes.filter((size) => size === '1280 × 800').length).toBeGreaterThanOrEqual(1);
  expect(sizes.filter((size) => size === '1280 × 800').length).toBeLessThanOrEqual(5);
  expect(sizes).toHaveLength(new Set(storePictures.map(({name}) => name)).size);
});

const TRUECOLOR = 2;

/** PNG specification, IHDR: width, height, bits of a sample, color type. */
function readPng(path: string) {
  const png = read(path);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return {width: png.readUInt32BE(16), height: png.readUInt32BE(20), depth: png[24], color: png[25]};
}

it('docs/RELEASING.md has the description of the manifest', () => {
  expect(read('docs/RELEASING.md').toString()).toContain(`| Short description | ${manifest.description} |`);
});

it('docs/PERMISSIONS.md has the reason of each permission, and of no other', () => {
  const rows = read('docs/PERMISSIONS.md')
    .toString()
    .matchAll(/^\| `([^`]+)` \|/gm);
  const named = [...rows].map(([, permission]) => permission);
  expect(named.sort()).toEqual([...manifest.permissions, ...manifest.host_permissions].sort());
});
