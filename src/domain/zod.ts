/**
 * zod, configured for an extension page: its just-in-time compiler would try `new Function`, which the extension's
 * CSP forbids and reports. Every schema module imports zod from here, so that it is configured before the first
 * schema. It is zod's small version (functions instead of methods), a third of the size of the other: every context
 * loads it.
 */
import * as z from 'zod/mini';

z.config({jitless: true});

export * from 'zod/mini';
