import {protocolIds} from './protocols/wire-formats';
import {readTestMark} from './replay/marking/test-mark';
import {readTestProperty} from './replay/marking/test-property';
import * as z from './zod';

const severity = z.enum(['error', 'warning', 'info']);
const yes = () => z._default(z.boolean(), true);
const no = () => z._default(z.boolean(), false);
const optionalText = (isRight: (text: string) => boolean) =>
  z.optional(z.string().check(z.refine((text) => text.trim() === '' || isRight(text))));

const endpoint = z.object({
  /** Host, exact or `*.example.com`, or `*` for any; a port only if it must match. */
  host: z.string().check(z.regex(/^[^\s/?#@]+$/)),
  /** Path, exact, or ending in `*`. */
  path: z.string().check(z.startsWith('/')),
  protocol: z.enum(protocolIds),
});

const capture = z.object({
  /** Per tab: the oldest unpinned requests beyond these are dropped. */
  maxRequests: z._default(z.int().check(z.minimum(10)), 20_000),
  maxBytes: z._default(z.int().check(z.minimum(1_000_000)), 500_000_000),
  /** Origins on which the page hook runs. */
  hookedOrigins: z._default(z.array(z.string()), []),
});

const panel = z.object({
  preserveLog: yes(),
  recording: yes(),
  /** Width of the list as a fraction of the panel. */
  split: z._default(z.number().check(z.minimum(0.1), z.maximum(0.9)), 0.4),
});

const target = z.object({
  name: z.string().check(z.minLength(1)),
  /** Scheme, host and port: `https://staging.example.com`. */
  baseUrl: z.string().check(z.regex(/^https?:\/\/[^\s/?#@]+\/?$/i)),
  production: no(),
  /** Sent along to it, as `X-Test: 1`; '' or missing: none. */
  testHeader: optionalText((text) => readTestMark(text) !== null),
  /** Put into every event that is sent there, as `is_test: true`; '' or missing: none. */
  testProperty: optionalText((text) => readTestProperty(text) !== null),
});

/** How long an answer can be waited for, in seconds. */
export const timeoutLimits = {min: 1, max: 600};

const replay = z.object({
  timeoutSeconds: z._default(z.int().check(z.minimum(timeoutLimits.min), z.maximum(timeoutLimits.max)), 120),
  followRedirects: no(),
  targets: z._default(z.array(target), []),
});

/** Everything a user can set, with its default: the one schema that storage, pages and checks share. */
export const settingsSchema = z.object({
  /** Per rule code: another severity, or 'off'. */
  rules: z._default(z.record(z.string(), z.union([severity, z.literal('off')])), {}),
  /** Requests that are ours besides the built-in endpoints; see `protocols/endpoints.ts`. */
  endpoints: z._default(z.array(endpoint), []),
  capture: z._default(capture, capture.parse({})),
  panel: z._default(panel, panel.parse({})),
  replay: z._default(replay, replay.parse({})),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});
