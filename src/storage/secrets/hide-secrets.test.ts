import {expect, it, vi} from 'vitest';
import {buildArea} from '../build-area';
import {buildSecrets} from './build-secrets';
import {createSecretHider} from './hide-secrets';

it('puts references where credentials stood', async () => {
  const area = buildArea();
  const hider = createSecretHider(buildSecrets({area}), vi.fn());
  const headers = await hider.hideInHeaders([{name: 'x-api-key', value: 'k'}]);
  expect(headers).toMatchObject({state: 'known', list: [{name: 'x-api-key', value: null}]});
  expect(await hider.hideInUrl('https://a.test/?key=k')).toMatch(/\?key=secret-[0-9a-f]{32}$/);
  expect([...area.stored.values()]).toMatchObject([{value: 'k'}]);
});

it('forgets what could not be kept, and says so until it works again', async () => {
  const onTrouble = vi.fn();
  const hider = createSecretHider(buildSecrets({area: buildArea(150)}), onTrouble);
  const headers = await hider.hideInHeaders([{name: 'Cookie', value: 'x'.repeat(200)}]);
  expect(headers).toEqual({state: 'known', list: [{name: 'Cookie', value: null}]});
  expect(onTrouble).toHaveBeenCalledWith(expect.stringContaining('10 MB'));
  await hider.hideInHeaders([{name: 'Cookie', value: 'short'}]);
  expect(onTrouble).toHaveBeenLastCalledWith(null);
});

it('hides what an answer sets without keeping it, since no replay sends it', async () => {
  const area = buildArea();
  const hider = createSecretHider(buildSecrets({area}), vi.fn());
  const headers = await hider.hideInHeaders([{name: 'set-cookie', value: 'sid=1; Secure'}]);
  expect(headers).toEqual({state: 'known', list: [{name: 'set-cookie', value: null}]});
  expect(area.stored.size).toBe(0);
});
