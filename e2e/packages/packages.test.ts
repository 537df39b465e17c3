import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {publint} from 'publint';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import rootPackage from '../../package.json' with {type: 'json'};
import {type PackageName, pack} from './pack';

const root = fileURLToPath(new URL('../..', import.meta.url));
const names = ['core', 'cli', 'playwright'] as const satisfies PackageName[];
const shell = process.platform === 'win32';
const npx = (args: string[], cwd = root) => spawnSync('npx', args, {cwd, encoding: 'utf8', shell});

let tarballs: Awaited<ReturnType<typeof pack>>;

beforeAll(async () => {
  tarballs = await pack();
}, 600_000);

describe.each(names)('the packed %s', (name) => {
  it('has nothing that publint warns of', async () => {
    const bytes = readFileSync(tarballs[name]);
    const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const {messages} = await publint({pack: {tarball}, strict: true});
    expect(messages).toEqual([]);
  });

  it('has the version of the whole', () => {
    const written = readFileSync(join(root, 'packages', name, 'package.json'), 'utf8');
    expect(JSON.parse(written).version).toBe(rootPackage.version);
  });

  it('holds no source, no test and no path of a machine', () => {
    const listed = execFileSync('tar', ['-tzf', tarballs[name]], {encoding: 'utf8'}).trim().split('\n');
    const allowed = /^package\/(?:package\.json|README\.md|LICENSE|(?:dist|schema)\/[\w.-]+)$/;
    expect(listed.filter((file) => !allowed.test(file))).toEqual([]);
    const all = execFileSync('tar', ['-xzOf', tarballs[name]], {encoding: 'utf8', maxBuffer: 1e8});
    expect(all).not.toContain(root);
  });
});

describe('the libraries', () => {
  const folder = mkdtempSync(join(tmpdir(), 'track-inspector-types-'));
  beforeAll(() => {
    const dependencies = {
      '@track-inspector/core': `file:${tarballs.core}`,
      zod: `file:${join(root, 'node_modules/zod')}`,
    };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({dependencies}));
    const install = ['install', '--offline', '--no-audit', '--no-fund'];
    execFileSync('npm', install, {cwd: folder, stdio: 'pipe', shell});
  });
  afterAll(() => rmSync(folder, {recursive: true}));

  it.each(['core', 'playwright'] as const)('have types that resolve as attw wants it: %s', (name) => {
    const {status, stdout} = npx(['attw', tarballs[name], '--profile', 'esm-only', '--format', 'ascii']);
    expect(stdout).toContain('node16 (from ESM): 🟢 (ESM)');
    expect(status).toBe(0);
  });

  it('run the programs of the page of core, each to what its checks are for', () => {
    const page = readFileSync(join(root, 'packages/core/README.md'), 'utf8');
    const programs = [...page.matchAll(/```js\n(.*?)```/gs)].map(([, text = '']) => text);
    const ran = programs.map((text) => {
      writeFileSync(join(folder, 'page.mjs'), text);
      return spawnSync(process.execPath, ['page.mjs'], {cwd: folder, encoding: 'utf8'});
    });
    expect(ran.map(({stderr}) => stderr)).toEqual(['', '']);
    expect(ran[0]?.stdout).toMatch(/^true\n[\s\S]*wrong-type/);
    expect(ran[1]?.stdout).toBe('object\n');
  });

  it('let a program of a user be checked, and find its faults', () => {
    const program = `import {defaultSettings, judge, requestFromParts} from '@track-inspector/core';
const request = requestFromParts({method: 'POST', url: 'https://api.segment.io/v1/t', headers: {}, body: '{}'});
const verdict = judge([{request, file: '-'}], {settings: defaultSettings, checkers: [], version: '1'});
export const errors: number = verdict.summary.errors;
`;
    const check = (text: string) => {
      writeFileSync(join(folder, 'a.mts'), text);
      const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', ''];
      return npx(['tsc', '--ignoreConfig', ...flags, join(folder, 'a.mts')]);
    };
    expect(check(program).stdout).toBe('');
    expect(check(program.replace('errors: number', 'errors: string')).stdout).toContain('TS2322');
  });
});
