import type {Severity} from './severity';
import type {Source} from './source';

/** The data of a rule: the checks, the settings page and RULES.md read it from here. */
export interface Rule {
  /** The severity of an issue unless its case is milder, or the user chose another. */
  severity: Severity;
  title: string;
  /** Why this is worth an issue. */
  reason: string;
  /** The document it comes from. */
  source: Source;
  /** Other documents with the same rule, or with the rule for another vendor. */
  alsoIn?: readonly Source[];
  /** When an issue of this rule is milder than `severity`. */
  milder?: string;
  /** It cannot be turned off, since it says that a verdict is incomplete. */
  isFixed?: boolean;
}
