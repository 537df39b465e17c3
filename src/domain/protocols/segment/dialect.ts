import type {ProtocolId} from '../../verdict/inspection';
import type * as z from '../../zod';

/** Where the vendors that speak Segment's language differ. */
export interface Dialect {
  id: ProtocolId;
  title: string;
  /** Name of the vendor in messages. */
  vendor: string;
  /** The document of its group call: 'seed 001'. */
  seed: string;
  /** `createdAt` may be a Unix time. */
  takesUnixDates: boolean;
  /** A trait that is null is worth a word. */
  tellsNullTraits: boolean;
  /** Reserved traits of a group, by their documented names. */
  traits(): Record<string, z.ZodMiniType>;
}
