/**
 * Prepares a fresh clone for `npm test`: packages, both browsers, and curl, which a unit test calls. With names, such
 * as `chromium` for `npm run demo`, only what those need. Only needs Node, so it does not import npm packages before
 * npm has run. Fast the second time.
 */
import {execFileSync} from 'node:child_process';
import {existsSync, statSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {findExecutable} from './find-executable.mjs';
import {toNeeds} from './needs.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const downloadMilliseconds = 180_000;
const needs = toNeeds(process.argv.slice(2));

/** Each npm install writes this file; it is older than the lock file if packages have changed since. */
function packagesAreFresh() {
  const installed = `${root}node_modules/.package-lock.json`;
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;
}

function installPackages() {
  console.log('Installing packages (npm ci)…');
  execFileSync('npm', ['ci'], {cwd: root, stdio: 'inherit', shell: process.platform === 'win32'});
}

/** Playwright's own Chromium; false if it cannot be downloaded. */
function downloadChromium() {
  console.log("Downloading Playwright's Chromium…");
  try {
    execFileSync(
      process.execPath,
      [`${root}node_modules/playwright/cli.js`, 'install', '--no-shell', 'chromium'],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: downloadMilliseconds,
        env: {...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000'},
      },
    );
    return true;
  } catch (error) {
    console.log(`It can't be downloaded here (${firstLine(error)}).`);
    return false;
  }
}

/** @param {string[]} packages */
function installFromDebian(packages) {
  if (packages.length === 0 || process.getuid?.() !== 0 || !findExecutable({names: ['apt-get']})) return;
  console.log(`Installing Debian's ${packages.join(', ')}…`);
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  try {
    execFileSync('apt-get', ['update', '-qq'], {stdio: ['ignore', 'ignore', 'pipe'], env});
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env,
    });
  } catch (error) {
    console.log(`apt-get failed: ${firstLine(error)}`);
  }
}

/** @param {unknown} error */
function firstLine(error) {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  return (stderr.trim() || String(error)).split('\n')[0];
}

async function findMissing() {
  const found = await Promise.all(needs.map(async (need) => ({need, path: await need.find()})));
  return found.filter(({path}) => path === null).map(({need}) => need);
}

async function prepare() {
  if (!packagesAreFresh()) installPackages();
  let missing = await findMissing();
  if (missing.some((need) => need.name === 'Chromium') && downloadChromium()) missing = await findMissing();
  installFromDebian(missing.map((need) => need.debianPackage));
  missing = await findMissing();
  for (const need of missing) console.error(`${need.name} is missing. ${need.advice}`);
  if (missing.length > 0) process.exitCode = 1;
  else console.log(`Ready: ${(await Promise.all(needs.map((need) => need.find()))).join(', ')}`);
}

await prepare();
