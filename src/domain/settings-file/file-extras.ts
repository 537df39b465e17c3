import {maskSyntax} from '../golden/mask-pointer';
import * as z from '../zod';
import {planInFileSchema} from './plan-in-file';

/** Contents of a settings file besides the settings: only the command line and tests use them. */
export const extrasSchema = z.object({
  /** For editors, which use it for completion in the file. */
  $schema: z.optional(z.string()),
  /** Files of tracking plans, relative to the file, or plans as exported by the panel. */
  plans: z._default(z.array(z.union([z.string().check(z.minLength(1)), planInFileSchema])), []),
  /**
   * Values that a golden session does not compare, besides those of the protocol: JSON Pointers inside an event, in
   * which `*` stands for any one token and `~2` for a `*` (`/properties/items/{any}`).
   */
  mask: z._default(z.array(z.string().check(z.regex(maskSyntax))), []),
});

export type FileExtras = Omit<z.output<typeof extrasSchema>, '$schema'>;
