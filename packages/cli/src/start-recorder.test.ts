import {once} from 'node:events';
import {request} from 'node:http';
import {connect} from 'node:net';
import {text} from 'node:stream/consumers';
import {readRecordedLine} from '@track-inspector/core';
import {expect, it} from 'vitest';
import {startRecorder} from './start-recorder';

async function record(path: string, headers: Record<string, string>): Promise<string> {
  const lines: string[] = [];
  const recorder = await startRecorder(0, {status: 200, answer: '{}', take: (line) => lines.push(line)});
  const answer = await new Promise<string>((resolve, reject) => {
    const sent = request(recorder.url, {method: 'POST', path, headers});
    sent.on('error', reject);
    sent.on('response', (response) => text(response).then(resolve, reject));
    sent.end('[]');
  });
  await recorder.close();
  expect(answer).toBe('{}');
  return lines.join('');
}

it.each([
  ['/api/track?a=1', {host: 'localhost:4100'}, 'http://localhost:4100/api/track?a=1'],
  ['//api/track', {host: 'localhost'}, 'http://localhost//api/track'],
  ['http://api.segment.io/v1/t', {host: 'api.segment.io'}, 'http://api.segment.io/v1/t'],
])('a request to %s has an address that can be read again', async (path, headers, url) => {
  const line = await record(path, headers);
  expect(readRecordedLine(line)).toMatchObject({ok: true, parts: {url, method: 'POST', body: '[]'}});
});

it.each([
  ['has sent nothing', ''],
  [
    'never sends the rest of its request',
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n[1',
  ],
])('ends although a client that is connected %s', async (_, sent) => {
  const lines: string[] = [];
  const recorder = await startRecorder(0, {status: 200, answer: '{}', take: (line) => lines.push(line)});
  const client = connect(Number(new URL(recorder.url).port), '127.0.0.1');
  client.on('error', () => undefined);
  await once(client, 'connect');
  client.write(sent);
  const ended = once(client, 'close');
  await recorder.close();
  await ended;
  expect(lines).toEqual([]);
});
