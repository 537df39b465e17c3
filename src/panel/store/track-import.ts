import type {CapturedRequest} from '../../domain/capture/captured-request';
import type {PanelStore} from './create-panel-store';

/** How often progress is shown, in milliseconds. */
const TOLD_EVERY_MS = 300;

/** Why an import ended early. */
type Ending = 'cancelled' | 'cleared' | 'removed';

class EndedError extends Error {
  override name = 'EndedError';
  readonly ending: Ending;

  constructor(ending: Ending) {
    super(`The import was ended: ${ending}.`);
    this.ending = ending;
  }
}

export type Steps = ReturnType<typeof createSteps>;

/** Writes an import to the log part by part, shows the progress with a way to cancel, and lets the browser paint. */
export function createSteps({
  dependencies: {log},
  notices,
  now,
  pause,
}: Pick<PanelStore, 'dependencies' | 'notices' | 'now' | 'pause'>) {
  const controller = new AbortController();
  const {signal} = controller;
  const written: string[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  let told = now();

  /** Resolves when nothing more will be written, with the IDs of the records that were written. */
  async function end(ending: Ending): Promise<readonly string[]> {
    controller.abort(new EndedError(ending));
    await writing;
    return written;
  }

  return {
    end,
    /** Rejects if the import was ended. */
    async pass(text: string): Promise<void> {
      signal.throwIfAborted();
      if (now() - told < TOLD_EVERY_MS) return;
      told = now();
      notices.tell(text, {title: 'Cancel', follow: () => void end('cancelled')});
      await pause();
      signal.throwIfAborted();
    },
    /** Returns how many could not be stored: the others are written anyway. Rejects if the import was ended. */
    async put(records: readonly CapturedRequest[]): Promise<number> {
      signal.throwIfAborted();
      written.push(...records.map(({id}) => id));
      const puts = Promise.allSettled(records.map((record) => log.put(record)));
      writing = puts;
      return (await puts).filter(({status}) => status === 'rejected').length;
    },
  };
}

/**
 * Runs an import, which others can end while it is running. An early end is shown as a notice, not thrown; this
 * function only removes the records of an import that the user cancelled.
 */
export async function trackImport(
  {importing, notices, dependencies: {log}}: Pick<PanelStore, 'importing' | 'notices' | 'dependencies'>,
  {id, steps}: {id: string; steps: Steps},
  run: () => Promise<void>,
): Promise<void> {
  const underWay = {id, stop: steps.end};
  importing.add(underWay);
  try {
    await run();
  } catch (error) {
    if (!(error instanceof EndedError)) throw error;
    if (error.ending === 'cleared') {
      notices.tell('The import was cancelled because the list was cleared.');
    } else if (error.ending === 'cancelled') {
      await log.remove(await steps.end('cancelled'));
      notices.tell('The import was cancelled. Nothing was added to the list.');
    }
  } finally {
    importing.delete(underWay);
  }
}
