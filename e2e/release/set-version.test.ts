import {readFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import packageJson from '../../package.json' with {type: 'json'};
import {setVersion, versionedFiles} from './set-version';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

it.each(versionedFiles)('%s has the version of package.json', (path) => {
  const text = read(path);
  expect(setVersion(text, packageJson.version)).toBe(text);
  expect(setVersion(text, '12.3.4-beta.1')).toContain('12.3.4-beta.1');
});

it('every package, what depends on one, and every archive gets the new version, and nothing else', () => {
  const lock = setVersion(read('package-lock.json'), '12.3.4');
  const {packages} = JSON.parse(lock) as {
    packages: Record<string, {version?: string; dependencies?: object}>;
  };
  const own = Object.keys(packages).filter((path) => path === '' || path.startsWith('packages/'));
  expect(own).toEqual(['', 'packages/cli', 'packages/core', 'packages/playwright']);
  // npm itself writes the root's version.
  for (const path of own) expect(packages[path]?.version).toBe('12.3.4');
  expect(packages['packages/playwright']?.dependencies).toEqual({'@track-inspector/core': '12.3.4'});
  expect(lock.split('12.3.4')).toHaveLength(own.length + 3);

  const manifest = JSON.parse(setVersion(read('packages/playwright/package.json'), '12.3.4'));
  expect(manifest).toMatchObject({version: '12.3.4', dependencies: {'@track-inspector/core': '12.3.4'}});
  const readme = setVersion(read('packages/playwright/README.md'), '12.3.4');
  expect(readme).toContain('track-inspector-core-12.3.4.tgz path/to/track-inspector-playwright-12.3.4.tgz');
});

it('npm version writes them too', () => {
  expect(packageJson.scripts.version).toContain('tsx e2e/release/update-versions.ts');
  expect(packageJson.scripts.version).toContain('git add CHANGELOG.md package-lock.json packages');
});
