import {signal} from '@preact/signals';
import * as fc from 'fast-check';
import {expect, it} from 'vitest';
import {defaultSettings, type Settings, settingsSchema} from '../domain/settings';
import {createSettingsForm} from './create-settings-form';

type Change = (settings: Settings) => Settings;

/** A browser whose storage does one thing at a time on request: processes the next write, or reports the next change. */
function openBrowser() {
  let storage = defaultSettings;
  const writes: {change: Change; resolve(settings: Settings): void; reject(error: Error): void}[] = [];
  const events: Settings[] = [];
  const stored = signal(defaultSettings);
  const write = (next: Settings) => {
    // A write without a change is not reported.
    if (JSON.stringify(next) === JSON.stringify(storage)) return;
    storage = next;
    events.push(shuffleKeys(next));
  };
  const form = createSettingsForm({
    stored,
    update: (change) =>
      new Promise((resolve, reject) => {
        writes.push({change, resolve, reject});
      }),
  });
  return {
    form,
    stored: () => storage,
    waiting: () => writes.length > 0,
    /** A waiting write changes the targets. */
    targetsWait: () => writes.some(({change}) => change(storage).replay !== storage.replay),
    elsewhere: (change: Change) => write(change(storage)),
    take() {
      const next = writes.shift();
      if (!next) return;
      write(settingsSchema.parse(next.change(storage)));
      next.resolve(storage);
    },
    refuse: () => writes.shift()?.reject(new Error('The disk is full.')),
    tell() {
      const event = events.shift();
      if (event) stored.value = settingsSchema.parse(event);
      return event !== undefined;
    },
  };
}

/** Like Chromium, which stores the keys of an object sorted by name. */
function shuffleKeys(settings: Settings): Settings {
  const rules = Object.fromEntries(Object.entries(settings.rules).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {...settings, rules};
}

const withTarget =
  (baseUrl: string): Change =>
  (settings) => ({
    ...settings,
    replay: {...settings.replay, targets: [{name: 'Staging', baseUrl, production: false}]},
  });
/** The later rule is written first. */
const withRules =
  (level: 'off' | 'info' | 'error'): Change =>
  (settings) => ({...settings, rules: {'wrong-type': level, 'bad-timestamp': level}});

const faulty = 'https://';

const step = fc.oneof(
  {weight: 4, arbitrary: fc.record({do: fc.constant('type' as const), host: fc.integer({min: 0, max: 3})})},
  fc.record({do: fc.constant('type faultily' as const)}),
  fc.record({do: fc.constant('choose' as const), level: fc.constantFrom('off', 'info', 'error')}),
  fc.record({do: fc.constant('store elsewhere' as const), host: fc.integer({min: 4, max: 6})}),
  {weight: 4, arbitrary: fc.record({do: fc.constantFrom('take', 'tell', 'take', 'tell', 'refuse')})},
);

it('shows what was typed until something newer is stored elsewhere, and in the end what is stored', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, {maxLength: 30}), async (steps) => {
      const browser = openBrowser();
      const {form} = browser;
      const baseUrl = () => form.values.value.replay.targets[0]?.baseUrl;
      /** The typed text that must still be shown: nothing was stored elsewhere since then. */
      let typed: string | null = null;
      const type = (text: string) => {
        const isShown = baseUrl() === text;
        form.change(withTarget(text));
        // Text that is already shown or stored is not stored again.
        if (!isShown) typed = browser.targetsWait() || text === faulty ? text : null;
      };
      for (const now of steps) {
        if (now.do === 'type') type(`https://h${now.host}`);
        else if (now.do === 'type faultily') type(faulty);
        else if (now.do === 'choose') form.change(withRules(now.level));
        else if (now.do === 'store elsewhere') {
          browser.elsewhere(withTarget(`https://h${now.host}`));
          if (!browser.targetsWait() && typed !== faulty) typed = null;
        } else browser[now.do]();
        await Promise.resolve();
        await Promise.resolve();
        if (typed !== null) expect(baseUrl()).toBe(typed);
      }
      // The last change is valid, so everything that can be stored is stored.
      type('https://last');
      do {
        browser.take();
        await new Promise((resolve) => setTimeout(resolve));
      } while (browser.tell() || browser.waiting());
      expect(form.values.value).toEqual(browser.stored());
      expect(form.state.value).toBe('saved');
    }),
    {numRuns: 200},
  );
});
