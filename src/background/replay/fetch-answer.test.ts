import {afterEach, expect, it, vi} from 'vitest';
import {fetchAnswer} from './fetch-answer';

afterEach(() => void vi.unstubAllGlobals());

const brokenBody = () =>
  new ReadableStream({
    pull(controller) {
      controller.error(new TypeError('network error'));
    },
  });

it.each<[string, () => Promise<Response>, object]>([
  [
    'no answer',
    () => Promise.reject(new TypeError('Failed to fetch')),
    {ok: false, error: 'Failed to fetch', status: undefined},
  ],
  [
    'an answer that is cut off',
    async () => new Response(brokenBody(), {status: 202}),
    {ok: false, error: 'network error', status: 202},
  ],
  ['an answer', async () => new Response('done', {status: 202}), {ok: true, status: 202}],
])('tells of %s', async (_, answer, told) => {
  vi.stubGlobal('fetch', answer);
  const request = {url: 'https://api.example.test/', method: 'POST', headers: [], body: null};
  const options = {credentials: 'omit', followRedirects: false} as const;
  const found = await fetchAnswer({...request, ...options}, new AbortController().signal);
  expect(found).toMatchObject(told);
});
