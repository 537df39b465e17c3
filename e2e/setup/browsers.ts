import {findChromium, findFirefox} from './programs.mjs';

/** Path of the Chromium that tests and demo use. */
export async function expectChromium(): Promise<string> {
  return expectFound(await findChromium(), 'Chromium', 'CHROMIUM_PATH');
}

/** Path of the Firefox that tests and demo use. */
export function expectFirefox(): string {
  return expectFound(findFirefox(), 'Firefox', 'FIREFOX_PATH');
}

function expectFound(path: string | null, name: string, variable: string): string {
  if (path !== null) return path;
  throw new Error(`No ${name} found: run "npm run prepare:all", or set ${variable}.`);
}
