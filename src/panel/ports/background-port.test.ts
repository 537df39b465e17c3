import {describe, expect, it} from 'vitest';
import {handleMessage, reply} from '../../background/messages';
import type {BackgroundMessage, BackgroundReply} from '../../messages/to-background';
import {createBackgroundPort} from './background-port';

const baseUrl = 'chrome-extension://abc/';
const handlers = {
  'send-replay': async ({id}: {id: string}) => ({ok: false as const, reason: id}),
  'cancel-replay': async () => {
    throw new Error('The log is closed.');
  },
  'keep-alive': async () => ({ok: true as const}),
  'granted-origins': async () => ({origins: ['https://a.test/*']}),
  'open-permission-page': async () => ({ok: true as const}),
  'open-settings': async () => ({ok: true as const}),
};

/** Transfers messages like the browser: copies in both directions, and undefined if there is no listener. */
function send(message: BackgroundMessage, url: string): Promise<unknown> {
  const port = createBackgroundPort(
    (asked) =>
      new Promise<BackgroundReply | undefined>((resolve) => {
        const sender = {id: 'abc', url};
        const answer = handleMessage(structuredClone(asked), sender, {id: 'abc', baseUrl, handlers});
        if (answer === undefined) resolve(undefined);
        else reply(answer, (given) => resolve(structuredClone(given)));
      }),
  );
  return port.send(message as never);
}

describe('what the panel asks of the background', () => {
  const own = `${baseUrl}src/panel/panel.html`;

  it('comes back as the handler answered', async () => {
    expect(await send({type: 'send-replay', id: '7'}, own)).toEqual({ok: false, reason: '7'});
    expect(await send({type: 'granted-origins'}, own)).toEqual({origins: ['https://a.test/*']});
  });

  it('fails in the words of what failed there', async () => {
    await expect(send({type: 'cancel-replay', id: '7'}, own)).rejects.toThrow('The log is closed.');
  });

  it('fails where no listener answers', async () => {
    await expect(send({type: 'keep-alive'}, 'https://a.test/')).rejects.toThrow('did not answer');
  });
});
