import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {ReplayDependencies} from './replay-dependencies';
import {createReplaySender, type SendResult} from './replay-sender';
import {createReplayStates, type ReplayState, type ReplayStates} from './replay-states';

/** The replays that were sent from this panel. */
export interface ReplayStore extends Pick<ReplayStates, 'of' | 'get' | 'underWay'> {
  /** Stores and sends a planned record; resolves when its result is known, or can never be known. */
  send(record: CapturedRequest): Promise<ReplayState>;
  cancel(id: string): Promise<void>;
  /** Stops listening. */
  close(): void;
}

export function createReplayStore(deps: ReplayDependencies): ReplayStore {
  const sender = createReplaySender(deps);
  const states = createReplayStates();

  function remember(requests: readonly CapturedRequest[]): void {
    for (const record of requests) states.set({record, trouble: states.get(record.id)?.trouble ?? null});
  }

  async function readAgain(ids: readonly string[]): Promise<void> {
    const replays = ids.filter((id) => states.get(id));
    if (replays.length > 0) remember(await deps.log.get(replays));
  }

  function settle(record: CapturedRequest, result: SendResult): ReplayState {
    const latest = states.get(record.id)?.record ?? record;
    const state = {record: latest, trouble: result.ok ? null : result.reason};
    states.end(state);
    return state;
  }

  function tell(error: unknown): void {
    for (const state of states.open())
      states.set({...state, trouble: `The log cannot be read: ${String(error)}`});
  }

  const unsubscribe = deps.subscribe((message) => {
    if (message.type === 'committed') readAgain(message.ids).catch(tell);
  });

  return {
    of: states.of,
    get: states.get,
    underWay: states.underWay,
    async send(record) {
      states.begin(record);
      const result = await sender.send(record);
      // The message about it may not have arrived yet, but the log is up to date.
      await readAgain([record.id]).catch(tell);
      return settle(record, result);
    },
    cancel: sender.cancel,
    close: unsubscribe,
  };
}
