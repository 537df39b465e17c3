import type {Severity} from './issue';

/** Every rule, by its stable code. The checks, the settings page and RULES.md all read it from here. */
export const ruleCatalogue = {} as const satisfies Record<string, {severity: Severity}>;

export type RuleCode = string;
