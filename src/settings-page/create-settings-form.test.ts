import {signal} from '@preact/signals';
import {describe, expect, it, vi} from 'vitest';
import {defaultSettings, type Settings} from '../domain/settings';
import {createSettingsForm} from './create-settings-form';

function open(
  update = (change: (settings: Settings) => Settings) => Promise.resolve(change(defaultSettings)),
) {
  const stored = signal(defaultSettings);
  const spy = vi.fn(update);
  return {form: createSettingsForm({stored, update: spy}), update: spy, stored};
}

function withTarget(values: Settings, baseUrl: string): Settings {
  return {...values, replay: {...values.replay, targets: [{name: 'Staging', baseUrl, production: false}]}};
}

describe('the form of the settings', () => {
  it('stores a valid change at once, and calls it saved when it is', async () => {
    const {form, update} = open();
    form.change((values) => withTarget(values, 'https://staging.example.com'));
    expect(form.state.value).toBe('saving');
    expect((await update.mock.results[0]?.value)?.replay.targets).toHaveLength(1);
    await vi.waitFor(() => expect(form.state.value).toBe('saved'));
  });

  it('never goes back to what was typed before, however late the store is', () => {
    const {form, stored} = open(() => new Promise(() => undefined));
    const typed = ['h1', 'h2', 'h3'].map((host) => withTarget(defaultSettings, `https://${host}`));
    for (const values of typed) form.change(() => values);
    for (const values of typed.slice(0, 2)) {
      const panel = {...values.panel, split: 0.7};
      stored.value = {...values, panel};
      expect(form.values.value).toEqual({...typed[2], panel});
    }
  });

  it('stays with what was typed where another page’s change was stored before it', () => {
    const {form, stored} = open(() => new Promise(() => undefined));
    const [first, second] = ['h1', 'h2'].map((host) => withTarget(defaultSettings, `https://${host}`));
    const elsewhere = withTarget(defaultSettings, 'https://elsewhere.test');
    for (const values of [first, second]) form.change((now) => values ?? now);
    // Stored in this order: the second one remains.
    for (const settings of [first, elsewhere, second]) {
      if (settings) stored.value = settings;
      expect(form.values.value).toEqual(second);
    }
    stored.value = elsewhere;
    expect(form.values.value).toEqual(elsewhere);
  });

  it.each<[string, string, (values: Settings) => Settings]>([
    [
      'replay.targets.0.baseUrl',
      'an address with a path',
      (values) => withTarget(values, 'https://a.test/api'),
    ],
    [
      'replay.targets.0.baseUrl',
      'an address of another kind',
      (values) => withTarget(values, 'ftp://a.test'),
    ],
    [
      'replay.targets.0.testProperty',
      'a list as the mark of a test',
      (values) => {
        const targets = [{name: 'a', baseUrl: 'https://a.test', production: false, testProperty: 'a: [1]'}];
        return {...values, replay: {...values.replay, targets}};
      },
    ],
    [
      'replay.targets.0.testHeader',
      'a credential as the mark of a test',
      (values) => {
        const targets = [
          {name: 'a', baseUrl: 'https://a.test', production: false, testHeader: 'X-Api-Key: k'},
        ];
        return {...values, replay: {...values.replay, targets}};
      },
    ],
    [
      'replay.timeoutSeconds',
      'no number',
      (values) => ({...values, replay: {...values.replay, timeoutSeconds: NaN}}),
    ],
    [
      'capture.maxRequests',
      'too few',
      (values) => ({...values, capture: {...values.capture, maxRequests: 9}}),
    ],
    ['endpoints.0.path', 'a relative path', (values) => withEndpoint(values, 'a.test', 'track')],
    [
      'endpoints.0.host',
      'an address for a host',
      (values) => withEndpoint(values, 'https://a.test', '/track'),
    ],
    ['endpoints.0.host', 'no host', (values) => withEndpoint(values, '', '/track')],
  ])('says at %s that %s cannot be stored, and stores nothing', (path, _, change) => {
    const {form, update} = open();
    form.change(change);
    expect([...form.faults.value.keys()]).toEqual([path]);
    expect(form.faults.value.get(path)).toMatch(/^(A|An|Enter) .*\.$/);
    expect(form.state.value).toBe('faulty');
    expect(update).not.toHaveBeenCalled();
  });

  it('keeps what is typed while another page stores something', () => {
    const {form, stored} = open();
    form.change((values) => withTarget(values, 'https://'));
    stored.value = {...defaultSettings, rules: {'bad-timestamp': 'off'}};
    expect(form.values.value.replay.targets).toHaveLength(1);
  });

  it('shows what another page stored', () => {
    const {form, stored} = open();
    stored.value = {...defaultSettings, rules: {'bad-timestamp': 'off'}};
    expect(form.values.value.rules).toEqual({'bad-timestamp': 'off'});
  });

  it('stores the sections that were changed here, and leaves the others as another page has them', async () => {
    const elsewhere = {...defaultSettings, rules: {'bad-timestamp': 'off'} as const};
    const {form, update, stored} = open((change) => Promise.resolve(change(elsewhere)));
    form.change((values) => withTarget(values, 'https://a.test'));
    const next = await update.mock.results[0]?.value;
    expect(next?.rules).toEqual({'bad-timestamp': 'off'});
    expect(next?.replay.targets).toHaveLength(1);
    // The other page's change is reported after ours has started, and ours after it.
    stored.value = elsewhere;
    expect(form.values.value).toMatchObject({rules: elsewhere.rules, replay: {targets: [{name: 'Staging'}]}});
    stored.value = next ?? defaultSettings;
    expect(form.values.value).toEqual(next);
  });

  it('stores a section that was faulty once it is right, with what was changed beside it', async () => {
    const {form, update} = open();
    form.change((values) => withTarget(values, 'https://'));
    form.change((values) => ({...values, rules: {'bad-timestamp': 'off'}}));
    expect(update).not.toHaveBeenCalled();
    form.change((values) => withTarget(values, 'https://a.test'));
    expect(await update.mock.results[0]?.value).toMatchObject({
      rules: {'bad-timestamp': 'off'},
      replay: {targets: [{baseUrl: 'https://a.test'}]},
    });
  });

  it('leaves the panel’s own settings as they are stored, since the panel changes them meanwhile', async () => {
    const panel = {...defaultSettings.panel, split: 0.7};
    const {form, update} = open((change) => Promise.resolve(change({...defaultSettings, panel})));
    form.change((values) => withTarget(values, 'https://a.test'));
    expect((await update.mock.results[0]?.value)?.panel.split).toBe(0.7);
  });

  it('says why something could not be stored', async () => {
    const {form} = open(() => Promise.reject(new Error('the disk is full')));
    form.change((values) => withTarget(values, 'https://a.test'));
    await vi.waitFor(() => expect(form.failure.value).toContain('the disk is full'));
  });
});

function withEndpoint(values: Settings, host: string, path: string): Settings {
  return {...values, endpoints: [{host, path, protocol: 'segment'}]};
}
