import {toBodyHash} from '../../domain/capture/body-hash';
import type {Outcome} from '../../domain/capture/captured-request';
import {toEnd} from '../../domain/capture/merge/late-phase';
import {toRequestTarget} from '../../domain/capture/request-target';
import type {CaptureTransaction, GoneRequest, RequestRow} from './capture-database';
import {isIntact} from './damaged-rows';
import {readTab} from './write-record';

/** In milliseconds: DevTools reports a request this long after its end at most. */
const REPORTED_WITHIN = 10_000;
/** In milliseconds: after that, a request that has not ended is no longer waited for. */
const ENDED_WITHIN = 600_000;
/** Per tab: they are in its own row, which is written often. */
const MAX_GONE = 500;

/** Adds removed requests that DevTools may still report to their tabs' own rows. */
export async function rememberGone(
  tx: CaptureTransaction,
  rows: readonly RequestRow[],
  now: number,
): Promise<void> {
  const added = rows
    .filter(isIntact)
    .filter(isAwaited)
    .map((row) => toGone(row, now));
  for (const tab of new Set(added.map((one) => one.tab))) {
    const row = await readTab(tx, tab);
    const all = [...(row.gone ?? []), ...added.filter((one) => one.tab === tab)];
    const gone = all.filter((one) => isRecent(one, now)).slice(-MAX_GONE);
    await tx.objectStore('tabs').put({...row, gone});
  }
}

function isAwaited({request, views}: RequestRow): boolean {
  return !views.includes('har') && !request.imported && !request.replay;
}

function isRecent({startedAt, outcome}: GoneRequest, now: number): boolean {
  const endedAt = toEnd(outcome);
  return endedAt === null ? startedAt + ENDED_WITHIN > now : endedAt + REPORTED_WITHIN > now;
}

function toGone(row: RequestRow, removedAt: number): GoneRequest {
  const {request, print, tab, requestIds, startedAt, lastPhaseSeen} = row;
  return {
    tab,
    target: toTargetHash(request),
    print,
    startedAt,
    frameId: request.origin.frameId,
    // The clock may have been set back since it was sent.
    removedAt: Math.max(removedAt, startedAt),
    requestIds,
    views: [...row.views],
    seenBy: request.seenBy,
    outcome: withoutContent(request.outcome),
    ...(lastPhaseSeen && {lastPhaseSeen}),
  };
}

export function withoutContent(outcome: Outcome): Outcome {
  if (outcome.state !== 'answered') return outcome;
  return {...outcome, headers: {state: 'unknown'}, body: {kind: 'missing', reason: 'not-observed'}};
}

export function toTargetHash(request: {method: string; url: string}): string {
  return toBodyHash({kind: 'bytes', bytes: new TextEncoder().encode(toRequestTarget(request))}) ?? '';
}
