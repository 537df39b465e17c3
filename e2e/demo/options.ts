import {parseArgs} from 'node:util';
import type {Browser, Theme} from '../setup/browser-driver';

export interface DemoOptions {
  browser: Browser['name'];
  /** True: a scripted visit in a browser without a window. False: a window for the user. */
  scripted: boolean;
  theme: Theme;
}

const flag = {type: 'boolean', default: false} as const;

/** Reads `--firefox`, `--headless` and `--dark`; if a window cannot be opened, the visit is scripted anyway. */
export function toDemoOptions(args: readonly string[], environment: NodeJS.ProcessEnv): DemoOptions {
  const {values} = parseArgs({
    args: [...args],
    options: {firefox: flag, headless: flag, dark: flag},
  });
  return {
    browser: values.firefox ? 'firefox' : 'chromium',
    scripted: values.headless || !hasDisplay(environment),
    theme: values.dark ? 'dark' : 'light',
  };
}

function hasDisplay({DISPLAY, WAYLAND_DISPLAY}: NodeJS.ProcessEnv): boolean {
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}
