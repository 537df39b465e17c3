import type {CapturedRequest} from '../../domain/capture/captured-request';
import {type FetchParts, secretsOf, toFetchParts} from '../../domain/replay/to-fetch-parts';
import type {SecretStore} from '../../storage/secrets/secret-store';
import {claimReplay} from './claim-replay';
import {giveUp} from './give-up';
import {finishReplay, type SenderParts, sendClaimed} from './send-claimed';

export interface ReplayerParts extends SenderParts {
  secrets: SecretStore;
  /** Keeps the background running while the task is running. */
  keepAwake<T>(task: () => Promise<T>): Promise<T>;
}

export interface Replayer {
  /** Sends the queued replay with this ID once, however often it is called. Resolves when its result is in the log. */
  send(id: string): Promise<{ok: true} | {ok: false; reason: string}>;
  /** Stops waiting for a response; true if the replay was pending here. */
  cancel(id: string): boolean;
  /**
   * At the start of a background: replays of the previous one get an unknown result, and those whose panel was closed
   * before it passed them on are never sent. Resolves to how many may have been sent.
   */
  giveUpInterrupted(): Promise<number>;
}

/** A user who sends it again should know that its events may then count twice. */
const MAYBE_RECEIVED = 'The server may still have received it.';
const ALREADY_SENT = 'This replay was already sent, or is no longer in the log.';

export function createReplayer(parts: ReplayerParts): Replayer {
  const {log, secrets, now} = parts;
  const underWay = new Map<string, AbortController>();

  async function send(id: string): ReturnType<Replayer['send']> {
    // It can be cancelled from here on: its panel shows it as being sent.
    if (underWay.has(id)) return {ok: false, reason: ALREADY_SENT};
    const controller = new AbortController();
    underWay.set(id, controller);
    try {
      return await claimAndSend(id, controller);
    } finally {
      underWay.delete(id);
    }
  }

  async function claimAndSend(id: string, controller: AbortController): ReturnType<Replayer['send']> {
    const claimed = await log.update(id, (request) => claimReplay(request, now()));
    if (claimed === null) return {ok: false, reason: ALREADY_SENT};
    // If they cannot be read, they are missing: it is claimed, so it would be pending until the next background.
    const values = await secrets.values(secretsOf(claimed)).catch(() => new Map<string, string>());
    const fetchParts = toFetchParts(claimed, values);
    if (fetchParts.missing.length > 0) {
      const reason = `Nothing was sent: the values of ${fetchParts.missing.join(', ')} are no longer available.`;
      await finishReplay(parts, id, {state: 'failed', error: reason, endedAt: now()});
      return {ok: false, reason};
    }
    if (controller.signal.aborted) {
      const error = 'Nothing was sent: it was cancelled first.';
      await finishReplay(parts, id, {state: 'failed', error, endedAt: now()});
    } else await parts.keepAwake(() => sendInTime(claimed, fetchParts, controller));
    return {ok: true};
  }

  async function sendInTime(
    record: CapturedRequest,
    fetchParts: FetchParts,
    controller: AbortController,
  ): Promise<void> {
    const {replay} = record;
    if (!replay) return;
    const timer = setTimeout(() => {
      controller.abort(new Error(`Timed out after ${replay.timeoutSeconds} s. ${MAYBE_RECEIVED}`));
    }, replay.timeoutSeconds * 1_000);
    try {
      await sendClaimed(parts, {record, replay, fetchParts}, controller.signal);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    send,
    cancel(id) {
      const controller = underWay.get(id);
      controller?.abort(new Error(`Cancelled. ${MAYBE_RECEIVED}`));
      return controller !== undefined;
    },
    async giveUpInterrupted() {
      const outstanding = (await log.outstandingReplays()).filter(({id}) => !underWay.has(id));
      for (const {id} of outstanding) await log.update(id, (request) => giveUp(request, now()));
      return outstanding.filter(({replay}) => replay?.claimed).length;
    },
  };
}
