import type {Source} from '../../verdict/source';
import type * as z from '../../zod';

/** An event that ThriveStack's documents define, all generations of them taken together. */
export interface StandardEvent {
  /** How bad it is when the event names no account: only some events make no sense without one. */
  withoutAccount: 'error' | 'warning';
  /** The page that describes it. */
  source: Source;
  /** Properties that every generation's samples have; in each group one suffices. Missing ones are a warning. */
  expected: readonly (readonly string[])[];
  /** Documented properties, made when the event is first met. More are always permitted. */
  properties(): Record<string, z.ZodMiniType>;
}
