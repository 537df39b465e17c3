import type {Severity} from './severity';
import type {Source} from './source';

/** What is said of a rule once: the checks, the settings page and RULES.md all read it from here. */
export interface Rule {
  /** What an issue has unless its case is milder, or a user chose otherwise. */
  severity: Severity;
  title: string;
  /** Why this is worth an issue. */
  reason: string;
  /** The document it comes from. */
  source: Source;
  /** Other documents that say the same, or say it for another vendor. */
  alsoIn?: readonly Source[];
  /** When an issue of this rule is milder than `severity`. */
  milder?: string;
}
