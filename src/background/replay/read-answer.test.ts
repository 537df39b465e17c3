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

  it('is read as UTF-8 when it names a charset that nobody knows', async () => {
    const response = new Response('é', {headers: {'content-type': 'text/html; charset=x-no-such'}});
    expect(await readAnswer(response)).toMatchObject({text: 'é'});
  });

  it('is cut where it is too long, and says so', async () => {
    expect(await readAnswer(new Response('12345'), 3)).toMatchObject({text: '123', cut: true});
    expect(await readAnswer(new Response('123'), 3)).not.toHaveProperty('cut');
  });

  it('is missing where there is none', async () => {
    expect(await readAnswer(new Response(null, {status: 204}))).toEqual({kind: 'missing', reason: 'empty'});
  });
});
