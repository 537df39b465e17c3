import type {CapturedRequest} from '../../domain/capture/captured-request';
import {groupBy} from '../../domain/group-by';
import type {CaptureDatabase} from './capture-database';
import type {CaptureLogEvent} from './capture-log';
import type {Dropped, Limits} from './keep-limits';

/** What writes into the log need. */
export interface WriterContext {
  use(): Promise<CaptureDatabase>;
  /** ID of the browser session; see `open-session.ts`. */
  session: string;
  /** Per tab, read for every write. */
  limits(): Limits;
  onEvent(event: CaptureLogEvent): void;
  /** Milliseconds since the epoch. */
  now(): number;
  /** The time when a record is added, in milliseconds since the epoch. */
  arrive(): number;
}

/** Reports what was written, and what was dropped for it. */
export function reportWrite(
  {onEvent}: WriterContext,
  written: readonly CapturedRequest[],
  dropped: readonly Dropped[],
): void {
  const byTab = groupBy(written, ({origin}) => origin.tabId);
  for (const [tabId, requests] of byTab) {
    onEvent({type: 'committed', ids: requests.map(({id}) => id), tabId});
  }
  if (dropped.length > 0) onEvent({type: 'removed', ids: dropped.flatMap((one) => one.ids)});
  for (const {tab, count} of dropped) onEvent({type: 'dropped', tabId: tab, count});
}
