import * as z from '../domain/zod';
import {HOOK_REPORT_LIMIT} from './hook-event';

/**
 * What the page hook reports of one request of its own page. Any page can write this, so it is parsed, limited, and
 * never believed against the browser.
 */
export const hookReportSchema = z.object({
  url: z.string().max(8_192),
  method: z.string().max(32),
  transport: z.enum(['fetch', 'xhr', 'beacon']),
  /** Milliseconds since the epoch. */
  at: z.number(),
  /** The body's bytes in Base64; null where the hook could not tell them. */
  body: z.base64().max(HOOK_REPORT_LIMIT).nullable(),
  /** Why it never left, where the page's own policy stopped it. */
  blocked: z.string().max(512).nullable(),
});

export type HookReport = z.infer<typeof hookReportSchema>;

/** How our content script passes a report on to the background. */
export const hookMessageSchema = z.object({type: z.literal('page-hook-report'), report: hookReportSchema});
