import type {CDPSession, Frame} from 'playwright';

/** Bytes of JavaScript in use after garbage collection: of a page, and of its workers together. */
export interface HeapUsage {
  page: number;
  workers: number;
}

/** Collects the garbage of a frame and of its workers, and returns the remaining size. */
export async function readHeapUsage(frame: Frame): Promise<HeapUsage> {
  const session = await frame.page().context().newCDPSession(frame);
  try {
    const page = await measure((method) => session.send(method as 'Runtime.getHeapUsage'));
    const workers = await listWorkers(session);
    const used = await Promise.all(
      workers.map((sessionId) => measure((method) => askWorker(session, sessionId, method))),
    );
    return {page, workers: used.reduce((sum, bytes) => sum + bytes, 0)};
  } finally {
    await session.detach();
  }
}

type Ask = (method: 'HeapProfiler.collectGarbage' | 'Runtime.getHeapUsage') => Promise<unknown>;

/** Twice, since the first collection makes more objects collectable. */
async function measure(ask: Ask): Promise<number> {
  await ask('HeapProfiler.collectGarbage');
  await ask('HeapProfiler.collectGarbage');
  const {usedSize} = (await ask('Runtime.getHeapUsage')) as {usedSize: number};
  return usedSize;
}

/** Sessions of the current workers. */
async function listWorkers(session: CDPSession): Promise<string[]> {
  const found: string[] = [];
  session.on('Target.attachedToTarget', ({sessionId, targetInfo}) => {
    if (targetInfo.type === 'worker') found.push(sessionId);
  });
  // It responds after all existing ones were reported.
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return found;
}

let asked = 0;

/** A separate session would not reach a worker, but messages through the session of its page do. */
async function askWorker(session: CDPSession, sessionId: string, method: string): Promise<unknown> {
  const id = ++asked;
  const answer = new Promise<unknown>((resolve, reject) => {
    session.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId !== sessionId) return;
      const message = JSON.parse(event.message) as {id?: number; result?: unknown; error?: {message: string}};
      if (message.id !== id) return;
      if (message.error) reject(new Error(`${method}: ${message.error.message}`));
      else resolve(message.result);
    });
  });
  await session.send('Target.sendMessageToTarget', {sessionId, message: JSON.stringify({id, method})});
  return await answer;
}
