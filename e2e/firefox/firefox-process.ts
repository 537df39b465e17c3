import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {LaunchOptions} from '../setup/browser-driver';
import {expectFirefox} from '../setup/browsers';
import {poll} from '../setup/poll';
import {Marionette} from './marionette';
import {toPreferences} from './preferences';

export interface FirefoxProcess {
  marionette: Marionette;
  close(): Promise<void>;
}

/** Starts Firefox, with a new profile unless one is given, and connects to it. */
export async function startFirefox(options: LaunchOptions): Promise<FirefoxProcess> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'track-inspector-firefox-')));
  await writeFile(join(profile, 'user.js'), toPreferences(options));
  // The last run's file, if a profile is used again.
  await rm(join(profile, 'MarionetteActivePort'), {force: true});
  const child = spawn(expectFirefox(), toArguments(profile, options), {
    stdio: 'ignore',
    env: {
      ...process.env,
      MOZ_HEADLESS_WIDTH: '1720',
      MOZ_HEADLESS_HEIGHT: '960',
      MOZ_CRASHREPORTER_DISABLE: '1',
    },
  });
  // Do not leave a process behind if the run is interrupted.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const marionette = await Marionette.connect(await readPort(profile, child));
  const close = async () => {
    process.off('exit', kill);
    await closeFirefox(child, marionette, options.profile !== undefined);
    if (options.profile === undefined) await rm(profile, {recursive: true, force: true, maxRetries: 10});
  };
  return {marionette, close};
}

function toArguments(profile: string, {headless = true}: LaunchOptions): string[] {
  return [
    '--no-remote',
    '--profile',
    profile,
    '--marionette',
    // Allows scripts to run in the browser's own windows, where the toolbox is.
    '--remote-allow-system-access',
    ...(headless ? ['--headless'] : []),
    '--width',
    '1720',
    '--height',
    '960',
    'about:blank',
  ];
}

/** When asked to choose a free port, Firefox writes the port to a file. */
async function readPort(profile: string, child: ChildProcess): Promise<number> {
  return await poll(
    async () => {
      if (child.exitCode !== null) throw new Error(`Firefox ended with exit code ${child.exitCode}.`);
      return Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8')) || null;
    },
    'Firefox did not open its remote control.',
    60_000,
  );
}

/** @param isKept whether the profile outlives the browser, which must then finish writing; otherwise the browser is killed */
async function closeFirefox(child: ChildProcess, marionette: Marionette, isKept: boolean): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    // The process may exit before it responds.
    if (!isKept) child.kill('SIGKILL');
    else await marionette.send('Marionette:Quit', {flags: ['eForceQuit']}).catch(() => child.kill('SIGKILL'));
    await exited;
  }
  marionette.close();
}
