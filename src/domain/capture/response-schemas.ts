import * as z from '../zod';

/** The status of a response, 0 if it has none: files and other programs may contain numbers that are not a status. */
export const statusSchema = z.int().check(z.minimum(0), z.maximum(999));

/** Why a response has no body. */
export const missingReasonSchema = z.enum(['not-observed', 'opaque', 'empty', 'navigated', 'not-text']);
