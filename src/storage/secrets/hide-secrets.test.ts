import {expect, it, vi} from 'vitest';
import {buildArea} from '../build-area';
import {createSecretHider} from './hide-secrets';
import {openSessionSecrets} from './session-secrets';

it('puts references where credentials stood', async () => {
  const area = buildArea();
  const hider = createSecretHider(openSessionSecrets({area, salt: 's'}), vi.fn());
  const headers = await hider.hideInHeaders([{name: 'x-api-key', value: 'k'}]);
  expect(headers).toMatchObject({state: 'known', list: [{name: 'x-api-key', value: null}]});
  expect(await hider.hideInUrl('https://a.test/?key=k')).toMatch(/\?key=secret-[0-9a-f]{32}$/);
  expect([...area.stored.values()]).toEqual(['k']);
});

it('forgets what could not be kept, and says so until it works again', async () => {
  const onTrouble = vi.fn();
  const hider = createSecretHider(openSessionSecrets({area: buildArea(150), salt: 's'}), onTrouble);
  const headers = await hider.hideInHeaders([{name: 'Cookie', value: 'x'.repeat(200)}]);
  expect(headers).toEqual({state: 'known', list: [{name: 'Cookie', value: null}]});
  expect(onTrouble).toHaveBeenCalledWith(expect.stringContaining('10 MB'));
  await hider.hideInHeaders([{name: 'Cookie', value: 'short'}]);
  expect(onTrouble).toHaveBeenLastCalledWith(null);
});
