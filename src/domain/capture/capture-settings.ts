import * as z from '../zod';

/** How many requests are kept, and where the page hook runs. */
export const captureSettingsSchema = z.object({
  /** Per tab: the oldest unpinned requests beyond these are dropped. */
  maxRequests: z._default(z.int().check(z.minimum(10)), 20_000),
  maxBytes: z._default(z.int().check(z.minimum(1_000_000)), 500_000_000),
  /** Origins on which the page hook runs. */
  hookedOrigins: z._default(z.array(z.string()), []),
});
