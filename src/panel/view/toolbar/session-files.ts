import {writeGolden} from '../../../domain/golden/golden-text';
import {maskSession} from '../../../domain/golden/mask-session';
import {writeSession} from '../../../domain/session-file/write-session';
import type {PanelStore} from '../../store/create-panel-store';
import {buildSession} from '../../store/golden/compare-live';

export {readTextFile} from '../../../domain/decode/read-text-file';
export {compareLive} from '../../store/golden/compare-live';
export {openSession} from '../../store/open-session';

/** The records of these requests as a session file; see `writeSession`. */
export async function saveSession(
  {dependencies: {log}}: PanelStore,
  ids: readonly string[],
): Promise<{text: string; count: number; left: number}> {
  const records = await log.get(ids);
  const {text, left} = writeSession(records);
  return {text, left, count: records.length - left};
}

/**
 * The events of these requests as a golden session, with the same masks as the one that they are compared with.
 * Rejects if a body can't be read, since its events would be missing.
 */
export async function saveGolden(
  store: PanelStore,
  ids: readonly string[],
): Promise<{text: string; count: number}> {
  const {builder} = await buildSession(store, ids);
  if (builder.unread > 0) {
    throw new Error(
      `The body of ${builder.unread} of the requests could not be read, so a golden session of them would have gaps. Filter them out first.`,
    );
  }
  const session = maskSession(builder.session(), store.golden.peek()?.mask ?? []);
  return {text: writeGolden(session), count: session.events.length};
}
