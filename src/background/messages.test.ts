import {describe, expect, it} from 'vitest';
import {handleMessage, type MessageHandlers} from './messages';

const baseUrl = 'chrome-extension://abc/';
const own = {id: 'abc', url: `${baseUrl}src/panel/panel.html`};

function handle(message: unknown, sender: {id?: string; url?: string}): Promise<unknown> | undefined {
  const handlers: MessageHandlers = {
    'send-replay': async ({id}) => ({ok: false, reason: id}),
    'cancel-replay': async () => ({ok: true}),
    'keep-alive': async () => ({ok: true}),
    'granted-origins': async () => ({origins: ['https://a.test/*']}),
    'open-permission-page': async () => ({ok: true}),
    'open-settings': async () => ({ok: true}),
  };
  return handleMessage(message, sender, {id: 'abc', baseUrl, handlers});
}

describe('messages to the background', () => {
  it('are answered when our own page sends them', async () => {
    expect(await handle({type: 'send-replay', id: '7'}, own)).toEqual({ok: false, reason: '7'});
    expect(await handle({type: 'open-settings'}, own)).toEqual({ok: true});
    expect(await handle({type: 'granted-origins'}, own)).toEqual({origins: ['https://a.test/*']});
  });

  it.each([
    ['a content script, which has our id and its page’s URL', {id: 'abc', url: 'https://a.test/'}],
    ['another extension', {id: 'xyz', url: 'chrome-extension://xyz/'}],
    ['a page whose address only looks like ours', {id: 'abc', url: 'https://a.test/chrome-extension://abc/'}],
    ['an unknown sender', {}],
  ])('are not answered when %s sends them', (_, sender) => {
    expect(handle({type: 'send-replay', id: '7'}, sender)).toBeUndefined();
  });

  it.each([[null], ['send-replay'], [{type: 'send-replay'}], [{type: 'erase-all'}]])(
    'are not answered when they say %j',
    (message) => expect(handle(message, own)).toBeUndefined(),
  );
});
