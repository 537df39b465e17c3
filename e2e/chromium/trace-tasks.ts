import type {CDPSession, Frame} from 'playwright';

/** A name that other marks of the page do not have. */
const MARK = 'track-inspector-traced-thread';

/** The fields of a trace event that are read; times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Processor time. */
  tdur?: number;
}

/**
 * The most processor time that one task of the frame's thread used during the work, in milliseconds. Unlike its
 * duration, it does not include the time in which the thread waited for a processor.
 */
export async function traceTasks<Result>(
  frame: Frame,
  work: () => Promise<Result>,
): Promise<{busiest: number; result: Result}> {
  const session = await frame.page().context().browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('The browser is closed.');
  try {
    const includedCategories = ['toplevel', 'blink.user_timing'];
    await session.send('Tracing.start', {
      transferMode: 'ReturnAsStream',
      traceConfig: {recordMode: 'recordContinuously', includedCategories, excludedCategories: ['*']},
    });
    // Identifies this thread among the browser's threads.
    await frame.evaluate((mark) => void performance.mark(mark), MARK);
    const result = await work();
    return {busiest: toBusiest(await endTrace(session)), result};
  } finally {
    await session.detach();
  }
}

async function endTrace(session: CDPSession): Promise<TraceEvent[]> {
  const complete = new Promise<string>((resolve) =>
    session.once('Tracing.tracingComplete', ({stream}) => resolve(stream ?? '')),
  );
  await session.send('Tracing.end');
  const handle = await complete;
  let text = '';
  for (let isAtEnd = false; !isAtEnd; ) {
    const {data, eof} = await session.send('IO.read', {handle});
    text += data;
    isAtEnd = eof;
  }
  await session.send('IO.close', {handle});
  return (JSON.parse(text) as {traceEvents: TraceEvent[]}).traceEvents;
}

function toBusiest(events: readonly TraceEvent[]): number {
  const marked = events.find(({name}) => name === MARK);
  const times = events.flatMap(({name, pid, tid, tdur}) =>
    name.endsWith('RunTask') && pid === marked?.pid && tid === marked.tid && tdur !== undefined ? [tdur] : [],
  );
  if (times.length === 0) throw new Error('The trace has no tasks of the thread.');
  return Math.max(...times) / 1_000;
}
