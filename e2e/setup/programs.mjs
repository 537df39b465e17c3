import {existsSync} from 'node:fs';
import {findExecutable} from './find-executable.mjs';

/**
 * A Chromium that loads unpacked extensions. Branded Chrome rejects `--load-extension`, so it is not considered.
 * Debian's package comes before Playwright's download because finding it does not need an import.
 *
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  const onPath = findExecutable({variable: 'CHROMIUM_PATH', names: ['chromium', 'chromium-browser']});
  if (onPath !== null) return onPath;
  const {chromium} = await import('playwright');
  const downloaded = chromium.executablePath();
  return existsSync(downloaded) ? downloaded : null;
}

/**
 * A Firefox that can install an unsigned extension for the session.
 *
 * @returns {string | null}
 */
export function findFirefox() {
  return findExecutable({
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'],
  });
}

/** @returns {string | null} */
export function findCurl() {
  return findExecutable({names: ['curl', 'curl.exe']});
}
