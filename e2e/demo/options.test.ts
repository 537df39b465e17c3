import {describe, expect, it} from 'vitest';
import {toDemoOptions} from './options';

const window = {DISPLAY: ':0'};

describe('the demo’s options', () => {
  it.each([
    [[], window, {browser: 'chromium', scripted: false, theme: 'light'}],
    [['--headless'], window, {browser: 'chromium', scripted: true, theme: 'light'}],
    [['--firefox'], {WAYLAND_DISPLAY: 'wayland-0'}, {browser: 'firefox', scripted: false, theme: 'light'}],
    [['--firefox', '--headless'], window, {browser: 'firefox', scripted: true, theme: 'light'}],
    [['--dark'], window, {browser: 'chromium', scripted: false, theme: 'dark'}],
  ])('%j with %j mean %j', (args, environment, expected) => {
    expect(toDemoOptions(args, environment)).toEqual(expected);
  });

  it.runIf(process.platform === 'linux')('plays a scripted visit where no window can open', () => {
    expect(toDemoOptions([], {}).scripted).toBe(true);
  });

  it('refuses what it does not know', () => {
    expect(() => toDemoOptions(['--chrome'], window)).toThrow('--chrome');
  });
});
