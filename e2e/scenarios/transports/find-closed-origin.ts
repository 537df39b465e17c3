import {createServer} from 'node:net';

/** A local origin without a server. */
export async function findClosedOrigin(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The port has no number.');
  return `http://127.0.0.1:${address.port}`;
}
