import * as z from './zod';

const severity = z.enum(['error', 'warning', 'info']);

/** Everything a user can set, with its default: the one schema that storage, pages and checks share. */
export const settingsSchema = z.object({
  /** Per rule code: another severity, or 'off'. */
  rules: z.record(z.string(), z.union([severity, z.literal('off')])).default({}),
  /** Requests that are ours besides the built-in endpoints; see `protocols/endpoints.ts`. */
  endpoints: z
    .array(
      z.object({
        /** Host, exact or `*.example.com`, or `*` for any; a port only if it must match. */
        host: z.string().regex(/^[^\s/?#@]+$/),
        /** Path, exact, or ending in `*`. */
        path: z.string().startsWith('/'),
        protocol: z.enum(['thrivestack-track', 'segment', 'journy']),
      }),
    )
    .default([]),
  capture: z
    .object({
      /** Per tab: the oldest unpinned requests beyond these are dropped. */
      maxRequests: z.number().int().min(10).default(20_000),
      maxBytes: z.number().int().min(1_000_000).default(500_000_000),
      /** Origins on which the page hook runs. */
      hookedOrigins: z.array(z.string()).default([]),
    })
    .default({maxRequests: 20_000, maxBytes: 500_000_000, hookedOrigins: []}),
  panel: z
    .object({
      preserveLog: z.boolean().default(true),
      recording: z.boolean().default(true),
      /** Width of the list as a fraction of the panel. */
      split: z.number().min(0.1).max(0.9).default(0.4),
    })
    .default({preserveLog: true, recording: true, split: 0.4}),
  replay: z
    .object({
      timeoutSeconds: z.number().int().min(1).max(600).default(120),
      followRedirects: z.boolean().default(false),
      targets: z
        .array(
          z.object({
            name: z.string().min(1),
            /** Scheme, host and port: `https://staging.example.com`. */
            baseUrl: z.string().regex(/^https?:\/\/[^\s/?#@]+\/?$/i),
            production: z.boolean().default(false),
          }),
        )
        .default([]),
    })
    .default({timeoutSeconds: 120, followRedirects: false, targets: []}),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});
