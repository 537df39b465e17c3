import * as fc from 'fast-check';
import {expect, it} from 'vitest';
import {propertyOptions} from '../../testing/property-options';
import {buildHar, buildHook, buildPhase, bytesOf} from '../build-observation';
import type {Observation} from '../observation';
import {mergeAll} from './merge-all';

/**
 * What becomes of a page's request: sent by the page itself, failed before the network, or left to a service worker,
 * which sends its own, fails to, or answers itself.
 */
type Way = 'sent' | 'refused' | 'passed-on' | 'lost' | 'made-up';

interface Times {
  start: number;
  end: number;
}

interface Observers {
  webRequest: boolean;
  devTools: boolean;
  hook: boolean;
}

interface Reported {
  id: number;
  times: Times;
  observers: Observers;
}

type Report = (at: number, observation: Observation) => void;

const body = bytesOf('[1]');
const headers = {state: 'unknown'} as const;
const worker = {tabId: null, frameId: null, documentUrl: 'https://app.example.test/sw.js'};
const noAnswer = {answer: null, error: 'net::ERR_FAILED'};

/** The time of the worker's own request. */
function within({start, end}: Times): Times {
  const part = (end - start) / 4;
  return {start: start + part, end: end - part};
}

function reportPhases(
  report: Report,
  requestId: string,
  {start, end}: Times,
  parts: {isWorkers?: boolean; isFailed: boolean},
) {
  const phase = {requestId, ...(parts.isWorkers && {origin: worker})};
  report(start, buildPhase({...phase, phase: 'before-request', body, at: start}));
  if (!parts.isFailed)
    report(start + 1, buildPhase({...phase, phase: 'headers-sent', headers, at: start + 1}));
  const last = parts.isFailed
    ? buildPhase({...phase, phase: 'failed', error: 'net::ERR_FAILED', at: end})
    : buildPhase({...phase, phase: 'completed', status: 200, statusText: '', headers, at: end});
  report(end, last);
}

function toHar({start, end}: Times, isFailed: boolean) {
  return buildHar({
    startedAt: Math.floor(start),
    endedAt: Math.floor(start) + end - start,
    ...(isFailed && noAnswer),
  });
}

const browsers = {
  chromium(report: Report, way: Way, {id, times, observers}: Reported) {
    const isWorkers = way === 'passed-on' || way === 'lost';
    const own = isWorkers ? within(times) : times;
    const isFailed = way === 'refused' || way === 'lost';
    if (observers.webRequest && way !== 'made-up') reportPhases(report, `${id}`, own, {isWorkers, isFailed});
    if (!observers.devTools) return;
    if (way === 'sent' || isWorkers) report(own.end, toHar(own, isFailed));
    if (way !== 'sent') report(times.end, {...toHar(times, isFailed), viaServiceWorker: true});
  },
  firefox(report: Report, way: Way, {id, times, observers}: Reported) {
    const isLeft = way !== 'sent' && way !== 'refused';
    const isFailed = way === 'refused' || way === 'lost';
    if (observers.webRequest && !isLeft) reportPhases(report, `page ${id}`, times, {isFailed});
    if (observers.webRequest && isLeft) {
      const phase = {requestId: `page ${id}`, at: times.start};
      report(times.start, buildPhase({...phase, phase: 'before-request', body}));
      const to = 'https://api.example.test/api/track';
      report(
        times.start,
        buildPhase({...phase, phase: 'redirected', status: 0, statusText: '', headers, to}),
      );
      if (way !== 'made-up') reportPhases(report, `worker ${id}`, within(times), {isWorkers: true, isFailed});
    }
    if (!observers.devTools) return;
    const view = toHar(isLeft ? {start: times.end, end: times.end} : times, isFailed);
    report(times.end, isLeft ? {...view, viaServiceWorker: true, isStartUnknown: true} : view);
  },
};

/** The hook needs the permission by which webRequest sees the request, too. */
const observers = fc
  .record({webRequest: fc.boolean(), devTools: fc.boolean(), hook: fc.boolean()})
  .filter(({webRequest, devTools, hook}) => webRequest || (devTools && !hook));
const requests = fc.array(
  fc.record({
    way: fc.constantFrom<Way[]>('sent', 'refused', 'passed-on', 'lost', 'made-up'),
    gap: fc.constantFrom(0, 1, 20, 500, 3_000, 20_000),
    took: fc.constantFrom(4, 5.5, 80, 3_000, 20_000),
  }),
  {minLength: 1, maxLength: 5},
);

it.each(['chromium', 'firefox'] as const)(
  'is one record each of identical requests, one after the other, in %s',
  (browser) => {
    fc.assert(
      fc.property(requests, observers, (all, observers) => {
        const seen: {at: number; observation: Observation}[] = [];
        const report: Report = (at, observation) => seen.push({at, observation});
        // Only DevTools alone measures everything by one clock.
        const apart = observers.webRequest || observers.hook ? 101 : 0;
        let now = 1_000_000;
        let expected = 0;
        for (const [id, {way, gap, took}] of all.entries()) {
          const times = {start: now + apart + gap + 0.7, end: now + apart + gap + 0.7 + took};
          now = times.end;
          const before = seen.length;
          if (observers.hook) report(times.start - 0.3, buildHook({at: times.start - 0.3}));
          browsers[browser](report, way, {id, times, observers});
          if (seen.length > before) expected++;
        }
        seen.sort((a, b) => a.at - b.at);
        expect(mergeAll(seen.map(({observation}) => observation))).toHaveLength(expected);
      }),
      propertyOptions(20_000),
    );
  },
);
