import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {typedSecrets, withoutTypedSecrets} from '../../../domain/replay/marking/replay-url';
import {toErrorMessage} from '../../../domain/to-error-message';
import type {ReplayDependencies} from './replay-dependencies';

export type SendResult = {ok: true} | {ok: false; reason: string};

export interface ReplaySender {
  /** Stores the record and asks the background to send it. Resolves when its result is in the log. Never rejects. */
  send(record: CapturedRequest): Promise<SendResult>;
  /** Rejects if there is nothing to cancel. */
  cancel(id: string): Promise<void>;
}

const KEEP_ALIVE_MS = 20_000;

/** The background is stopped after 30 seconds without messages, so we send some while a replay is pending. */
export function createReplaySender({
  log,
  background,
  secrets,
}: Pick<ReplayDependencies, 'log' | 'background' | 'secrets'>): ReplaySender {
  let underWay = 0;
  let timer: ReturnType<typeof setInterval> | null = null;

  const start = () => {
    underWay += 1;
    timer ??= setInterval(keepAlive, KEEP_ALIVE_MS);
  };
  const stop = () => {
    underWay -= 1;
    if (underWay > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
  const keepAlive = () => {
    background.send({type: 'keep-alive'}).catch(() => {
      // The message for sending fails as well then, and that failure is reported to the user.
    });
  };

  /** The next background corrects the state that a stopped one left: once anything wakes it, the log is correct. */
  const explain = async (error: unknown): Promise<string> => {
    try {
      await background.send({type: 'keep-alive'});
      return 'The extension was stopped before the result was known. The request is not sent again automatically.';
    } catch {
      // There is no background any more, so the first failure is reported.
      return toErrorMessage(error);
    }
  };

  /** The log is on disk: an address that was typed may contain credentials. */
  const withoutTyped = async (record: CapturedRequest): Promise<CapturedRequest> => {
    const typed = typedSecrets(record.url);
    if (typed.length === 0) return record;
    return {...record, url: withoutTypedSecrets(record.url, await secrets.keepAll(typed))};
  };

  /** Why it cannot be stored; null: it is in the log. */
  const store = async (record: CapturedRequest): Promise<string | null> => {
    try {
      await log.put(await withoutTyped(record));
      return null;
    } catch (error) {
      return `Nothing was sent: ${toErrorMessage(error)}`;
    }
  };

  return {
    async send(record) {
      start();
      try {
        const failure = await store(record);
        if (failure !== null) return {ok: false, reason: failure};
        return await background.send({type: 'send-replay', id: record.id});
      } catch (error) {
        return {ok: false, reason: await explain(error)};
      } finally {
        stop();
      }
    },
    async cancel(id) {
      const {ok} = await background.send({type: 'cancel-replay', id});
      if (!ok) throw new Error('There is nothing to cancel: it is not being sent now.');
    },
  };
}
