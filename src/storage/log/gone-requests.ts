import type {CaptureRecord} from '../../domain/capture/capture-record';
import {JOIN_WINDOW, ROUNDED, toStarts, toView} from '../../domain/capture/merge/choose-record';
import {mergeObservation} from '../../domain/capture/merge/merge-observations';
import type {HarObservation, HookObservation, Observation} from '../../domain/capture/observation';
import {type CaptureTransaction, type GoneRequest, NO_TAB} from './capture-database';
import {type TabRows, toTab} from './is-of-cleared';
import {toTargetHash, withoutContent} from './remember-gone';
import {readTab} from './write-record';

/** The removed requests of a transaction's tabs; they are candidates for observations, but are not added again. */
export interface GoneRequests {
  /** To be put among the candidates of the log. */
  candidates(observation: Observation): CaptureRecord[];
  /** Whether the candidate is one of these; then it has this view from now on. */
  take(record: CaptureRecord | null, observation: Observation): boolean;
  /** Adds what webRequest reports of one of these, so that DevTools' record of the same end is recognised. */
  follow(observation: Observation): void;
  /** Writes what changed. */
  save(): Promise<void>;
}

type ViewObservation = HarObservation | HookObservation;

export function findGone(tx: CaptureTransaction, rows: TabRows): GoneRequests {
  const byTab = new Map([...rows].flatMap(([tab, row]) => (row?.gone ? [[tab, row.gone]] : [])));
  const shown = new Map<CaptureRecord, GoneRequest>();
  const changed = new Set<number>();

  function ofTarget(observation: Observation): GoneRequest[] {
    if (byTab.size === 0) return [];
    const target = toTargetHash(observation);
    const gone = [NO_TAB, toTab(observation)].flatMap((tab) => byTab.get(tab) ?? []);
    return [...new Set(gone)].filter((one) => one.target === target);
  }

  return {
    candidates(observation) {
      if (!isView(observation)) return [];
      const sentAt = toStarts(observation).from + JOIN_WINDOW - ROUNDED;
      const gone = ofTarget(observation).filter(({removedAt}) => sentAt <= removedAt);
      return gone.map((one) => {
        const record = toGhost(one, observation);
        shown.set(record, one);
        return record;
      });
    },
    take(record, observation) {
      const one = record && shown.get(record);
      if (!one || !isView(observation)) return false;
      one.views.push(toView(observation));
      changed.add(one.tab);
      return true;
    },
    follow(observation) {
      if (isView(observation)) return;
      const one = ofTarget(observation).findLast(({requestIds}) =>
        requestIds.includes(observation.requestId),
      );
      if (one === undefined) return;
      const {request, lastPhaseSeen} = mergeObservation(toGhost(one, observation), observation, '');
      Object.assign(one, {outcome: withoutContent(request.outcome), ...(lastPhaseSeen && {lastPhaseSeen})});
      changed.add(one.tab);
    },
    async save() {
      for (const tab of changed) {
        const gone = byTab.get(tab);
        if (gone) await tx.objectStore('tabs').put({...(await readTab(tx, tab)), gone});
      }
    },
  };
}

function isView(observation: Observation): observation is ViewObservation {
  return observation.source !== 'web-request';
}

/** The record as far as an observation is compared with it. */
function toGhost(gone: GoneRequest, {url, method}: Observation): CaptureRecord {
  const {tab, print, startedAt, frameId, requestIds, views, seenBy, outcome, lastPhaseSeen} = gone;
  const tabId = tab === NO_TAB ? null : tab;
  return {
    request: {
      id: '',
      url,
      method,
      headers: {state: 'unknown'},
      body: {kind: 'none'},
      startedAt,
      origin: {tabId, frameId, initiator: null, documentUrl: null, pageUrl: null, type: null},
      outcome,
      seenBy,
    },
    requestIds,
    views,
    bodyHash: print === '' ? null : print,
    ...(lastPhaseSeen && {lastPhaseSeen}),
  };
}
