import type {Source} from '../../verdict/source';
import type * as z from '../../zod';
import type {WireFormat} from '../wire-format';

/** The differences between vendors that use Segment's format. */
export interface Dialect {
  format: WireFormat;
  /** Name of the vendor in messages. */
  vendor: string;
  /** The document of its group call. */
  groupSpec(section: string): Source;
  /** `createdAt` may be a Unix time. */
  takesUnixDates: boolean;
  /** Whether a trait that is null is reported. */
  tellsNullTraits: boolean;
  /** Reserved traits of a group, by their documented names. */
  traits(): Record<string, z.ZodMiniType>;
}
