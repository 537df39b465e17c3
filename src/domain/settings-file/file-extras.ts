import {maskSyntax} from '../golden/mask-pointer';
import * as z from '../zod';
import {planInFileSchema} from './plan-in-file';

/** What a file of settings may say besides them: only the command line and tests heed it. */
export const extrasSchema = z.object({
  /** For editors, which complete the file by it. */
  $schema: z.optional(z.string()),
  /** Files of tracking plans, relative to the file, or plans as the panel exports them. */
  plans: z._default(z.array(z.union([z.string(), planInFileSchema])), []),
  /**
   * Values that a golden session does not compare, besides those of the protocol: JSON Pointers inside an event, in which
   * `*` stands for any one token and `~2` for a `*` (`/properties/items/{any}`).
   */
  mask: z._default(z.array(z.string().check(z.regex(maskSyntax))), []),
});

export type FileExtras = Omit<z.output<typeof extrasSchema>, '$schema'>;
