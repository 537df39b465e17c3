import * as z from '../zod';
import {protocolIds} from './wire-formats';

/** The user's endpoints besides the built-in ones; see `endpoints.ts`. */
export const endpointSettingsSchema = z.array(
  z.object({
    /** Host, exact or `*.example.com`, or `*` for any; with a port only if it must match. */
    host: z.string().check(z.regex(/^[^\s/?#@]+$/)),
    /** Path, exact, or with `*` at the end. */
    path: z.string().check(z.regex(/^\//)),
    protocol: z.enum(protocolIds),
  }),
);
