import type {CapturedBody} from '../../domain/capture/captured-request';
import {keepShownUrl} from '../../domain/capture/keep-url';
import type {HookObservation} from '../../domain/capture/observation';
import {toOrigin} from '../../domain/parse-url';
import {matchEndpoint} from '../../domain/protocols/endpoints';
import type {Settings} from '../../domain/settings';
import {hookMessageSchema} from '../../messages/hook-report';

/**
 * In milliseconds: how much later than the start of its request a report may arrive, if the page is busy and the
 * background must start. Page and background share a clock.
 */
const LONGEST_DELAY = 10_000;
/** The system clock may be adjusted while the browser runs. */
const CLOCK_DRIFT = 1_000;

/** The sender of a message according to the browser: for our content scripts with tab and frame. */
export interface HookSender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: {id?: number | undefined; url?: string | undefined} | undefined;
}

/**
 * The observation in a message of the page hook; null for any other message. Its tab and frame are always the
 * sender's, and it is only accepted from sites where the hook is on, and for requests to known endpoints. A time that
 * a just sent request cannot have is replaced by our time.
 * @param context.now our own time, in milliseconds since the epoch
 * @param context.allows whether the tab may still report so many characters
 */
export function toHookObservation(
  message: unknown,
  sender: HookSender,
  context: {
    id: string;
    settings: Settings;
    now: number;
    allows(tabId: number, characters: number, now: number): boolean;
  },
): HookObservation | null {
  const {tab, frameId, url} = sender;
  if (sender.id !== context.id || tab?.id === undefined || frameId === undefined) return null;
  if (url === undefined || !isHooked(url, context.settings)) return null;
  const parsed = hookMessageSchema.safeParse(message);
  if (!parsed.success || matchEndpoint(parsed.data.report, context.settings) === null) return null;
  const {body: base64, ...report} = parsed.data.report;
  if (!context.allows(tab.id, base64?.length ?? 0, context.now)) return null;
  const body = toBody(base64);
  return (
    body && {
      source: 'page-hook',
      tabId: tab.id,
      frameId,
      // At page unload the tab may already show the next page.
      pageUrl: toPageUrl(frameId === 0 ? url : tab.url),
      ...report,
      at: isNear(report.at, context.now) ? report.at : context.now,
      body,
    }
  );
}

function toPageUrl(url: string | undefined): string | null {
  return url === undefined ? null : keepShownUrl(url);
}

function isNear(at: number, now: number): boolean {
  return at >= now - LONGEST_DELAY && at <= now + CLOCK_DRIFT;
}

function isHooked(url: string, {capture}: Settings): boolean {
  return capture.hookedOrigins.includes(toOrigin(url) ?? '');
}

/** Null if it is not Base64. */
function toBody(base64: string | null): CapturedBody | null {
  if (base64 === null) return {kind: 'missing', reason: 'unknown'};
  try {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    return {kind: 'bytes', bytes};
  } catch {
    return null;
  }
}
