import * as z from '../zod';
import {readTestMark} from './marking/test-mark';
import {readTestProperty} from './marking/test-property';
import {timeoutLimits} from './timeout';

const no = () => z._default(z.boolean(), false);
const optionalText = (isRight: (text: string) => boolean) =>
  z.optional(z.string().check(z.refine((text) => text.trim() === '' || isRight(text))));

const target = z.object({
  name: z.string().check(z.minLength(1)),
  /** Scheme, host and port: `https://staging.example.com`. */
  baseUrl: z.string().check(z.regex(/^https?:\/\/[^\s/?#@]+\/?$/i)),
  production: no(),
  /** Sent with each request, as `X-Test: 1`; '' or missing: none. */
  testHeader: optionalText((text) => readTestMark(text) !== null),
  /** Added to every event that is sent there, as `is_test: true`; '' or missing: none. */
  testProperty: optionalText((text) => readTestProperty(text) !== null),
});

/** Targets of replays, and their timeout. */
export const replaySettingsSchema = z.object({
  timeoutSeconds: z._default(z.int().check(z.minimum(timeoutLimits.min), z.maximum(timeoutLimits.max)), 120),
  followRedirects: no(),
  targets: z._default(z.array(target), []),
});
