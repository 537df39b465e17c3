import {execFileSync, spawn} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect} from 'playwright/test';
import {findChromium} from '../setup/programs.mjs';
import {pack} from './pack';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A user's project: the packed tarballs, Playwright, and tests that use the fixture. */
export async function createProject(): Promise<string> {
  const {core, playwright} = await pack();
  const folder = mkdtempSync(join(tmpdir(), 'track-inspector-fixture-'));
  const modules = join(root, 'node_modules');
  const dependencies = {
    '@track-inspector/core': `file:${core}`,
    '@track-inspector/playwright': `file:${playwright}`,
    zod: `file:${join(modules, 'zod')}`,
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({private: true, type: 'module', dependencies}));
  const install = ['install', '--offline', '--legacy-peer-deps', '--no-audit', '--no-fund'];
  execFileSync('npm', install, {cwd: folder, stdio: 'pipe', shell: process.platform === 'win32'});
  for (const name of ['@playwright', 'playwright', 'playwright-core']) {
    symlinkSync(join(modules, name), join(folder, 'node_modules', name), 'junction');
  }
  cpSync(fileURLToPath(new URL('./fixture', import.meta.url)), folder, {recursive: true});
  return folder;
}

export interface Result {
  title: string;
  status: string;
  message: string;
  attachments: string[];
}

/** Runs a file of the project's tests; resolves to the result of each. */
export async function runTests(
  folder: string,
  file: string,
  env: Record<string, string>,
  flags: string[] = [],
) {
  const report = join(folder, 'report.json');
  const cli = join(folder, 'node_modules/@playwright/test/cli.js');
  const child = spawn(process.execPath, [cli, 'test', file, ...flags], {
    cwd: folder,
    env: {...process.env, ...env, REPORT: report, CHROMIUM: (await findChromium()) ?? '', FORCE_COLOR: '0'},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  child.stdout.on('data', (data) => {
    told += String(data);
  });
  child.stderr.on('data', (data) => {
    told += String(data);
  });
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  let text: string;
  try {
    text = readFileSync(report, 'utf8');
  } catch {
    throw new Error(`No report was written:\n${told}`);
  }
  const results: Result[] = [];
  const visit = (suite: Suite) => {
    for (const {title, tests} of suite.specs) {
      // One for each repetition.
      for (const {results: tries} of tests) results.push(toResult(title, tries[0]));
    }
    for (const inner of suite.suites ?? []) visit(inner);
  };
  const parsed: {suites: Suite[]; errors: {message: string}[]} = JSON.parse(text);
  expect(parsed.errors.map(({message}) => message)).toEqual([]);
  for (const suite of parsed.suites) visit(suite);
  return {code, results};
}

function toResult(title: string, told: Told | undefined): Result {
  return {
    title,
    status: told?.status ?? 'none',
    message: (told?.errors ?? []).map(({message}) => message).join('\n'),
    attachments: (told?.attachments ?? []).map(({name}) => name),
  };
}

/** The parts of Playwright's report that are read here. */
interface Suite {
  specs: {title: string; tests: {results: Told[]}[]}[];
  suites?: Suite[];
}

interface Told {
  status: string;
  errors: {message: string}[];
  attachments: {name: string}[];
}
