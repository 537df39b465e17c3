import * as z from '../zod';
import {protocolIds} from './wire-formats';

/** Requests that are ours besides the built-in endpoints; see `endpoints.ts`. */
export const endpointSettingsSchema = z.array(
  z.object({
    /** Host, exact or `*.example.com`, or `*` for any; a port only if it must match. */
    host: z.string().check(z.regex(/^[^\s/?#@]+$/)),
    /** Path, exact, or ending in `*`. */
    path: z.string().check(z.regex(/^\//)),
    protocol: z.enum(protocolIds),
  }),
);
