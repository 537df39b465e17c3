import type {Source} from '../../verdict/source';
import type * as z from '../../zod';

/** An event that is defined in ThriveStack's documents, in all their generations. */
export interface StandardEvent {
  /** The severity of a missing account: only some events make no sense without one. */
  withoutAccount: 'error' | 'warning';
  /** The page that describes it. */
  source: Source;
  /** Properties in the samples of all generations; in each group one is sufficient. Missing ones are a warning. */
  expected: readonly (readonly string[])[];
  /** Documented properties, created when the event first occurs. More are always permitted. */
  properties(): Record<string, z.ZodMiniType>;
}
