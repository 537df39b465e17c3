import type {Severity} from './severity';

/** What is said of a rule once: the checks, the settings page and RULES.md all read it from here. */
export interface Rule {
  /** What an issue has unless its case is milder, or a user chose otherwise. */
  severity: Severity;
  title: string;
  /** One sentence: why this is worth a finding. */
  reason: string;
  /** The document it comes from, with its section; "own judgement" where no document says. */
  source: string;
  /** When an issue of this rule is milder than `severity`. */
  milder?: string;
}
