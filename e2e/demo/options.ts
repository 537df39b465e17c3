import {parseArgs} from 'node:util';
import type {Browser} from '../setup/browser-driver';

export interface DemoOptions {
  browser: Browser['name'];
  /** True: a scripted visit in a browser without a window. False: a window, and the user. */
  scripted: boolean;
}

/** Reads `--firefox` and `--headless`; where no window could open, the visit is scripted anyway. */
export function toDemoOptions(args: readonly string[], environment: NodeJS.ProcessEnv): DemoOptions {
  const {values} = parseArgs({
    args: [...args],
    options: {firefox: {type: 'boolean', default: false}, headless: {type: 'boolean', default: false}},
  });
  return {
    browser: values.firefox ? 'firefox' : 'chromium',
    scripted: values.headless || !hasDisplay(environment),
  };
}

function hasDisplay({DISPLAY, WAYLAND_DISPLAY}: NodeJS.ProcessEnv): boolean {
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}
