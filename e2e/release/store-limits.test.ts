import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {expect, it} from 'vitest';
import manifest from '../../manifest.json' with {type: 'json'};
import packageJson from '../../package.json' with {type: 'json'};

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
  const png = read(`public/${path}`);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // PNG specification, IHDR: width and height.
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(size), Number(size)]);
});

it('docs/PERMISSIONS.md has the reason of each permission, and of no other', () => {
  const rows = read('docs/PERMISSIONS.md')
    .toString()
    .matchAll(/^\| `([^`]+)` \|/gm);
  const named = [...rows].map(([, permission]) => permission);
  expect(named.sort()).toEqual([...manifest.permissions, ...manifest.host_permissions].sort());
});
