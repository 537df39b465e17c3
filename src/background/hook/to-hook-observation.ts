import type {CapturedBody} from '../../domain/capture/captured-request';
import {keepShownUrl} from '../../domain/capture/keep-url';
import type {HookObservation} from '../../domain/capture/observation';
import {matchEndpoint} from '../../domain/protocols/endpoints';
import type {Settings} from '../../domain/settings';
import {hookMessageSchema} from '../../messages/hook-report';

/**
 * In milliseconds: a report arrives later than its request began, by as long as a busy page and a waking background take.
 * A page's clock is ours.
 */
const LONGEST_DELAY = 10_000;
/** Clocks are adjusted while the browser runs. */
const CLOCK_DRIFT = 1_000;

/** Who sent a message, as the browser says: a content script of ours names its tab and frame. */
export interface HookSender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: {id?: number | undefined; url?: string | undefined} | undefined;
}

/**
 * The observation in a message of the page hook; null for any other message. It is of the sender's own tab and frame
 * whatever it says, only from sites where the hook is on, and only of requests to endpoints that we know. A time that can
 * not be that of a request that was just sent is replaced by ours.
 * @param context.now our own time, in milliseconds since the epoch
 */
export function toHookObservation(
  message: unknown,
  sender: HookSender,
  context: {id: string; settings: Settings; now: number},
): HookObservation | null {
  const {tab, frameId, url} = sender;
  if (sender.id !== context.id || tab?.id === undefined || frameId === undefined) return null;
  if (url === undefined || !isHooked(url, context.settings)) return null;
  const parsed = hookMessageSchema.safeParse(message);
  if (!parsed.success || matchEndpoint(parsed.data.report, context.settings) === null) return null;
  const {body, ...report} = parsed.data.report;
  return {
    source: 'page-hook',
    tabId: tab.id,
    frameId,
    // At page unload the tab may show the next page already.
    pageUrl: toPageUrl(frameId === 0 ? url : tab.url),
    ...report,
    at: isNear(report.at, context.now) ? report.at : context.now,
    body: toBody(body),
  };
}

function toPageUrl(url: string | undefined): string | null {
  return url === undefined ? null : keepShownUrl(url);
}

function isNear(at: number, now: number): boolean {
  return at >= now - LONGEST_DELAY && at <= now + CLOCK_DRIFT;
}

function isHooked(url: string, {capture}: Settings): boolean {
  return URL.canParse(url) && capture.hookedOrigins.includes(new URL(url).origin);
}

function toBody(base64: string | null): CapturedBody {
  if (base64 === null) return {kind: 'missing', reason: 'unknown'};
  return {kind: 'bytes', bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))};
}
