import {describe, expect, it, vi} from 'vitest';
import {defaultSettings} from '../domain/settings';
import {buildArea, buildLocks} from './build-area';
import {openSettings, parseSettings} from './settings-store';

describe('stored settings', () => {
  it.each([
    ['nothing', undefined, defaultSettings],
    ['no object', 'x', defaultSettings],
    ['an unknown section', {later: 1}, defaultSettings],
    [
      'one broken field beside good ones',
      {panel: {split: 7, recording: false}, capture: {maxRequests: 50}},
      {
        ...defaultSettings,
        panel: {...defaultSettings.panel, recording: false},
        capture: {...defaultSettings.capture, maxRequests: 50},
      },
    ],
    [
      'one broken entry of a list',
      {endpoints: [{host: '*', path: '/x', protocol: 'segment'}, {host: ''}]},
      {...defaultSettings, endpoints: [{host: '*', path: '/x', protocol: 'segment'}]},
    ],
    [
      'one broken entry of a list inside a section',
      {
        replay: {
          targets: [
            {name: '', baseUrl: 'x'},
            {name: 'A', baseUrl: 'https://a.test'},
          ],
          timeoutSeconds: 7,
        },
      },
      {
        ...defaultSettings,
        replay: {
          ...defaultSettings.replay,
          timeoutSeconds: 7,
          targets: [{name: 'A', baseUrl: 'https://a.test', production: false}],
        },
      },
    ],
  ])('are read from %s', (_, stored, expected) => expect(parseSettings(stored)).toEqual(expected));

  it('tell every context of a change, until it no longer listens', async () => {
    const area = buildArea();
    const locks = buildLocks();
    const [one, two] = [openSettings(area, locks), openSettings(area, locks)];
    const listener = vi.fn();
    const stop = two.subscribe(listener);
    await one.update((settings) => ({...settings, panel: {...settings.panel, split: 0.5}}));
    stop();
    await one.update((settings) => ({...settings, panel: {...settings.panel, split: 0.6}}));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(two.current().panel.split).toBe(0.6);
  });

  it('have the time when the user changed them, in every context', async () => {
    const area = buildArea();
    const locks = buildLocks();
    let clock = 1_000;
    const [one, two] = [openSettings(area, locks, () => clock), openSettings(area, locks)];
    await two.ready;
    expect([one, two].map((each) => each.changedAt())).toEqual([null, null]);
    for (const split of [0.5, 0.6]) {
      const changing = one.update((settings) => ({...settings, panel: {...settings.panel, split}}));
      const at = clock;
      clock += 500;
      await changing;
      const three = openSettings(area, locks);
      await three.ready;
      expect([one, two, three].map((each) => each.changedAt())).toEqual([at, at, at]);
    }
  });

  it('are never those of before a change that was told while they were read', async () => {
    const area = buildArea();
    const read = area.get.bind(area);
    const answers: (() => void)[] = [];
    area.get = async (keys) => {
      const answer = await read(keys);
      await new Promise<void>((resolve) => answers.push(resolve));
      return answer;
    };
    const settings = openSettings(area, buildLocks());
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    await area.set({settings: {panel: {split: 0.6}}});
    answers.pop()?.();
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    answers.pop()?.();
    expect((await settings.ready).panel.split).toBe(0.6);
    expect(settings.current().panel.split).toBe(0.6);
  });

  it('lose nothing where pages and a panel change different sections at once', async () => {
    const area = buildArea();
    const locks = buildLocks();
    const [page, otherPage, panel] = [0, 1, 2].map(() => openSettings(area, locks));
    await Promise.all([
      page?.update((now) => ({...now, rules: {'bad-timestamp': 'off'}})),
      otherPage?.update((now) => ({...now, replay: {...now.replay, timeoutSeconds: 7}})),
      panel?.update((now) => ({...now, panel: {...now.panel, split: 0.7}})),
      page?.update((now) => ({...now, endpoints: [{host: 'a.test', path: '/x', protocol: 'segment'}]})),
    ]);
    expect(await openSettings(area, locks).ready).toMatchObject({
      rules: {'bad-timestamp': 'off'},
      replay: {timeoutSeconds: 7},
      panel: {split: 0.7},
      endpoints: [{host: 'a.test'}],
    });
  });

  it('can be changed after a change that was refused', async () => {
    const settings = openSettings(buildArea(), buildLocks());
    const refused = settings.update((now) => ({...now, panel: {...now.panel, split: 2}}));
    const taken = settings.update((now) => ({...now, panel: {...now.panel, split: 0.5}}));
    await expect(refused).rejects.toThrow();
    expect((await taken).panel.split).toBe(0.5);
  });

  it('refuse what the schema refuses, and keep what was', async () => {
    const settings = openSettings(buildArea(), buildLocks());
    const change = settings.update((old) => ({...old, panel: {...old.panel, split: 2}}));
    await expect(change).rejects.toThrow();
    expect((await settings.ready).panel.split).toBe(0.4);
  });
});
