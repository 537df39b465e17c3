import type {PlanRule} from '../tracking-plan';
import type {UnseenReason} from './explain-unseen';
import type {SeenEvents} from './seen-events';

/** How often the events of a row were right. */
export type Grade = 'always-right' | 'sometimes-wrong' | 'never-right' | 'never-seen' | 'unplanned';

/** The data of a rule in a list: without schema and description, which may be large. */
export type RuleHead = Pick<
  PlanRule,
  'id' | 'call' | 'name' | 'version' | 'section' | 'labels' | 'isDeprecated'
>;

/** One rule, or one event without a rule. Data that can be cloned. */
export interface CoverageRow {
  /** `PlanRule.id`, or type and name of an unplanned event. */
  id: string;
  rule: RuleHead | null;
  call: string;
  name: string | null;
  grade: Grade;
  seen: number;
  faulty: number;
  /** Milliseconds since the epoch; null if none of the events has a time. */
  firstSeen: number | null;
  lastSeen: number | null;
  pages: readonly string[];
  releases: readonly string[];
  /** Why a rule may not have seen any event; empty for all others. */
  reasons: readonly UnseenReason[];
}

/** The part of a plan that is under test; an empty selection is the whole plan. */
export interface CoverageChoice {
  sections?: readonly string[];
  labels?: readonly string[];
  /** Ids of rules. */
  rules?: readonly string[];
}

export function toRow({id, rule, call, name, events}: SeenEvents, hasPlan: boolean): CoverageRow {
  const {seen, faulty} = events;
  const grade = hasPlan && rule === null ? 'unplanned' : toGrade(seen, faulty);
  return {id, rule: rule && toHead(rule), call, name, grade, seen, faulty, ...events.summary(), reasons: []};
}

export function toUnseenRow(rule: PlanRule, reasons: readonly UnseenReason[]): CoverageRow {
  const {id, call, name} = rule;
  const none = {seen: 0, faulty: 0, firstSeen: null, lastSeen: null, pages: [], releases: []};
  return {id, rule: toHead(rule), call, name, grade: 'never-seen', ...none, reasons};
}

/** Whether a row belongs to the part under test; unplanned events always do. */
export function isUnderTest({rule}: CoverageRow, {sections, labels, rules}: CoverageChoice): boolean {
  if (rule === null || (!sections && !labels && !rules)) return true;
  return (
    (rule.section !== null && sections?.includes(rule.section) === true) ||
    rule.labels.some((label) => labels?.includes(label) === true) ||
    rules?.includes(rule.id) === true
  );
}

function toGrade(seen: number, faulty: number): Grade {
  if (faulty === 0) return 'always-right';
  return faulty === seen ? 'never-right' : 'sometimes-wrong';
}

function toHead(rule: PlanRule): RuleHead {
  const {id, call, name, version, section, labels, isDeprecated} = rule;
  return {id, call, name, version, section, labels, isDeprecated};
}
