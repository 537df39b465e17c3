import {connect as connectHttp2} from 'node:http2';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createCertificate} from './create-certificate';
import {NotReceivedError} from './received-log';
import {startTrackApi, type TrackApi} from './start-track-api';

const batch = JSON.stringify([{event_name: 'a', user_id: 'u', timestamp: '2026-11-20T10:00:00.000Z'}]);
const pageOrigin = 'http://127.0.0.1:9';

let api: TrackApi;
beforeEach(async () => {
  api = await startTrackApi();
});
afterEach(() => api.close());

function post(body: string | Uint8Array<ArrayBuffer>, path = '/api/track', init: RequestInit = {}) {
  return fetch(api.url + path, {
    method: 'POST',
    headers: {'x-api-key': 'key', origin: pageOrigin},
    body,
    redirect: 'manual',
    ...init,
  });
}

describe('the local Track API', () => {
  it('answers a good batch as documented, readable by the page', async () => {
    const response = await post(batch);
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(pageOrigin);
    expect(await response.json()).toEqual({
      success: true,
      response_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      message: 'Event tracked successfully',
    });
  });

  it.each([
    ['/api/track?x=1', 200],
    ['/api/track/', 200],
    ['/api/tracker', 404],
    ['/v1/track', 404],
  ])('answers POST %s with %i', async (path, status) => {
    expect((await post(batch, path)).status).toBe(status);
  });

  it('answers another method with 404', async () => {
    expect((await fetch(`${api.url}/api/track`)).status).toBe(404);
  });

  it('allows in a preflight what is asked, and keeps it apart from the requests', async () => {
    const response = await fetch(`${api.url}/api/track`, {
      method: 'OPTIONS',
      headers: {origin: pageOrigin, 'access-control-request-headers': 'content-type,x-api-key'},
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type,x-api-key');
    expect([api.preflights.length, api.received.length]).toEqual([1, 0]);
  });

  it('keeps every byte and header as received', async () => {
    const bytes = Uint8Array.from({length: 256}, (_, index) => index);
    await post(bytes);
    const received = await api.waitFor((request) => request.answer !== null);
    expect(received.body.equals(bytes)).toBe(true);
    expect(received.complete).toBe(true);
    expect(received.header('X-API-Key')).toBe('key');
    expect(received.answer?.status).toBe(400);
  });

  it('waits for a request that has not come yet, and says what came instead', async () => {
    const second = api.waitFor((_, index) => index === 1);
    await post(batch);
    await post('second');
    expect((await second).body.toString()).toBe('second');
    await expect(api.waitFor(() => false, 10)).rejects.toThrow(NotReceivedError);
  });

  it('uses a programmed answer up and returns to the documented one', async () => {
    api.behave({status: 500, times: 2});
    const statuses = [await post(batch), await post(batch), await post(batch)].map(({status}) => status);
    expect(statuses).toEqual([500, 500, 200]);
  });

  it('programs only the requests that match', async () => {
    api.behave({status: 500, match: ({url}) => url.includes('second')});
    expect((await post(batch, '/api/track?first')).status).toBe(200);
    expect((await post(batch, '/api/track?second')).status).toBe(500);
  });

  it('answers nothing until it is released', async () => {
    const rule = api.behave({hang: true});
    const answer = post(batch);
    const received = await api.waitFor(({complete}) => complete);
    expect(received.answer).toBeNull();
    rule.release();
    expect((await answer).status).toBe(200);
  });

  it('drops the connection on demand', async () => {
    api.behave({drop: true});
    await expect(post(batch)).rejects.toThrow();
    expect(api.received[0]?.answer).toBeNull();
  });

  it('cuts an answer off on demand', async () => {
    const response = await post(batch, '/api/track?halve=1');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it.each([
    ['status=503', 503, 'application/json', '503 on demand'],
    ['status=500', 500, 'application/json', 'Internal Server Error'],
    ['html=1&status=500', 500, 'text/html; charset=utf-8', '<h1>500</h1>'],
    ['size=3000000', 200, 'application/json', 'xxxxx'],
    ['delay=20', 200, 'application/json', 'successfully'],
  ])('does what the query asks: %s', async (query, status, type, text) => {
    const response = await post(batch, `/api/track?${query}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toContain(text);
  });

  it('takes the same wishes from a header', async () => {
    const response = await post(batch, '/api/track', {headers: {'x-track-api-behave': 'status=429'}});
    expect(response.status).toBe(429);
  });

  it('redirects without touching the body', async () => {
    api.behave({redirect: {status: 307, location: '/api/track?again'}});
    const response = await post(batch, '/api/track', {redirect: 'follow'});
    expect(response.status).toBe(200);
    expect(api.received.map(({url, body}) => [url, body.toString()])).toEqual([
      ['/api/track', batch],
      ['/api/track?again', batch],
    ]);
  });

  it('leaves CORS out on demand', async () => {
    api.behave({cors: false});
    expect((await post(batch)).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('forgets everything at reset', async () => {
    await post(batch);
    api.behave({status: 500});
    api.reset();
    expect(api.received).toHaveLength(0);
    expect((await post(batch)).status).toBe(200);
  });

  it('enforces limits that are handed in', async () => {
    const small = await startTrackApi({limits: {maxEvents: 0, maxBytes: 1000}});
    const response = await fetch(`${small.url}/api/track`, {
      method: 'POST',
      headers: {'x-api-key': 'key'},
      body: batch,
    });
    await small.close();
    expect(response.status).toBe(400);
  });

  it('accepts what else it is told to', async () => {
    const other = await startTrackApi({alsoAccept: (path) => path === '/v1/b'});
    const response = await fetch(`${other.url}/v1/b`, {method: 'POST', body: '{}'});
    await other.close();
    expect(response.status).toBe(200);
  });
});

describe('the local Track API over TLS', () => {
  it('speaks HTTP/2 under the vendor’s name', async () => {
    const host = 'api.app.thrivestack.ai';
    const {key, cert} = await createCertificate([host]);
    const secure = await startTrackApi({https: {key, cert, http2: true}});
    const session = connectHttp2(`https://${host}`, {
      ca: cert,
      servername: host,
      lookup: (_name, _options, done) => done(null, [{address: '127.0.0.1', family: 4}]),
      port: secure.port,
    });
    const stream = session.request({':method': 'POST', ':path': '/api/track', 'x-api-key': 'key'});
    const status = new Promise((resolve, reject) => {
      stream.on('response', (headers) => resolve(headers[':status']));
      stream.on('error', reject);
    });
    stream.end(batch);
    expect(await status).toBe(200);
    expect(secure.received[0]?.httpVersion).toBe('2.0');
    session.destroy();
    await secure.close();
  });
});
