import {LAST_TIME} from '../domain/capture/captured-time';
import * as z from '../domain/zod';
import {HOOK_REPORT_LIMIT} from './hook-report-limit';

/**
 * The page hook's report of one request of its own page. It is written in the page's world, so it is parsed, limited, and never
 * takes precedence over the browser's data.
 */
const hookReportSchema = z.object({
  url: z.string().check(z.maxLength(8_192)),
  method: z.string().check(z.regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}$/)),
  transport: z.enum(['fetch', 'xhr', 'beacon']),
  /** Milliseconds since the epoch, by the page's clock: only used if it is close to our own clock. */
  at: z.number().check(z.minimum(0), z.maximum(LAST_TIME)),
  /** The body's bytes in Base64; null if the hook could not read them. */
  body: z.nullable(z.string().check(z.maxLength(HOOK_REPORT_LIMIT))),
  /**
   * Why it was not sent, if the page's own policy blocked it: our own words, without an address or control characters.
   */
  blocked: z.nullable(z.string().check(z.regex(/^[\w ’().-]{1,99}$/))),
});

/** How our content script passes a report on to the background. */
export const hookMessageSchema = z.object({type: z.literal('page-hook-report'), report: hookReportSchema});
