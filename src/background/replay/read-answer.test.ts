import {describe, expect, it} from 'vitest';
import {readAnswer} from './read-answer';

describe('the body of an answer', () => {
  it('is text in the charset that it names', async () => {
    const response = new Response(new Uint8Array([0xe9]), {
      headers: {'content-type': 'text/html; charset=latin1'},
    });
    expect(await readAnswer(response)).toEqual({
      kind: 'text',
      text: 'é',
      mimeType: 'text/html; charset=latin1',
    });
  });

  it.each([
    ['utf-16', [0xfe, 0xff, 0x00, 0xe9]],
    ['utf-16', [0xff, 0xfe, 0xe9, 0x00]],
    ['utf-16be', [0x00, 0xe9]],
    ['utf-8', [0xff, 0xfe, 0xe9, 0x00]],
    ['utf-8', [0xef, 0xbb, 0xbf, 0xc3, 0xa9]],
  ])(
    'is told apart by its byte order mark before the charset %s that it names: %j',
    async (charset, bytes) => {
      const headers = {'content-type': `text/plain; charset=${charset}`};
      expect(await readAnswer(new Response(new Uint8Array(bytes), {headers}))).toMatchObject({text: 'é'});
    },
  );

  it('shows where a letter of two units is cut', async () => {
    const headers = {'content-type': 'text/plain; charset=utf-16le'};
    const response = new Response(new Uint8Array([0x61, 0x00, 0x62, 0x00]), {headers});
    expect(await readAnswer(response, 3)).toMatchObject({text: 'a\ufffd', cut: true});
  });

  it('is read as UTF-8 when it names an unknown charset', async () => {
    const response = new Response('é', {headers: {'content-type': 'text/html; charset=x-no-such'}});
    expect(await readAnswer(response)).toMatchObject({text: 'é'});
  });

  it('is cut where it is too long, and says so', async () => {
    expect(await readAnswer(new Response('12345'), 3)).toMatchObject({text: '123', cut: true});
    expect(await readAnswer(new Response('123'), 3)).not.toHaveProperty('cut');
  });

  it('is not shown where it is a picture', async () => {
    const gif = new Response(new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0]));
    expect(await readAnswer(gif)).toEqual({kind: 'missing', reason: 'not-text'});
  });

  it('is missing where there is none', async () => {
    expect(await readAnswer(new Response(null, {status: 204}))).toEqual({kind: 'missing', reason: 'empty'});
  });
});
