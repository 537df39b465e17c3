/**
 * zod, configured for an extension page: its just-in-time compiler would probe `new Function`, which the extension's
 * CSP forbids and reports. Every schema module imports zod from here, so that the setting precedes the first schema.
 */
import * as z from 'zod';

z.config({jitless: true});

export * from 'zod';
