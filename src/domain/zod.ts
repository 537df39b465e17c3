/**
 * zod, configured for an extension page: its just-in-time compiler would probe `new Function`, which the extension's
 * CSP forbids and reports. Every schema module imports zod from here, so that the setting precedes the first schema.
 * It is zod's small form (functions instead of methods), a third of the other: no context starts without it.
 */
import * as z from 'zod/mini';

z.config({jitless: true});

export * from 'zod/mini';
