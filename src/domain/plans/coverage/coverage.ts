import {indexRules} from '../rule-index';
import type {Plan, PlanRule} from '../tracking-plan';
import {explainUnseen, type UnseenReason} from './explain-unseen';
import {createPropertyTally, type PropertyCoverage, type PropertyTally} from './property-coverage';
import {readRuleProperties} from './rule-properties';
import type {Sighting, SightingRef} from './sighting';

/** How often the events of a row were right. */
export type Grade = 'always-right' | 'sometimes-wrong' | 'never-right' | 'never-seen' | 'unplanned';

/** One rule, or one event that no rule names. */
export interface CoverageRow {
  /** `PlanRule.id`, or type and name of what is unplanned. */
  id: string;
  rule: PlanRule | null;
  call: string;
  name: string | null;
  grade: Grade;
  seen: number;
  faulty: number;
  /** Milliseconds since the epoch; null where no event had a time. */
  firstSeen: number | null;
  lastSeen: number | null;
  pages: readonly string[];
  releases: readonly string[];
  /** The first of its events, faulty ones before the others. */
  events: readonly SightingRef[];
  /** Why a rule may have seen nothing; empty for all others. */
  reasons: readonly UnseenReason[];
}

/** The part of a plan that is under test; nothing chosen is all of it. */
export interface CoverageChoice {
  sections?: readonly string[];
  labels?: readonly string[];
  rules?: readonly string[];
}

/** A fold over events, in any order: adding one costs the same however many came before. */
export interface Coverage {
  add(sighting: Sighting): void;
  rows(choice?: CoverageChoice): CoverageRow[];
  /** What was seen of the properties of a row. */
  properties(row: string): PropertyCoverage[];
}

const MAX_PLACES = 20;
const MAX_EVENTS = 500;

interface Tally {
  call: string;
  name: string | null;
  rule: PlanRule | null;
  seen: number;
  faulty: number;
  firstSeen: number | null;
  lastSeen: number | null;
  pages: Set<string>;
  releases: Set<string>;
  right: SightingRef[];
  wrong: SightingRef[];
  properties: PropertyTally;
}

/**
 * Counts the events of a run. Without a plan each event by type and name has a row. Earlier events than `start`, in
 * milliseconds since the epoch, are those of another run.
 */
export function createCoverage(plan: Plan | null, start: number | null = null): Coverage {
  const rules = new Map(plan?.rules.filter(({call}) => call !== 'common').map((rule) => [rule.id, rule]));
  const tallies = new Map<string, Tally>();
  const elsewhere = new Map<string, Set<string>>();
  const index = plan && indexRules(plan);

  function add(sighting: Sighting): void {
    if (start !== null && sighting.at !== null && sighting.at < start) return;
    if (sighting.isElsewhere) {
      const rule = index?.find(sighting.type, sighting.name)[0];
      if (rule) addTo(elsewhere, rule.id, sighting.host);
      return;
    }
    const rule = sighting.rule === null ? null : (rules.get(sighting.rule) ?? null);
    const id = rule?.id ?? toEventId(sighting);
    let tally = tallies.get(id);
    if (!tally) {
      tally = createTally(rule, sighting);
      tallies.set(id, tally);
    }
    count(tally, sighting);
  }

  function rows(choice: CoverageChoice = {}): CoverageRow[] {
    const seen = [...tallies].map(([id, tally]) => toRow(id, tally, plan !== null));
    const unplanned = seen.filter(({rule}) => rule === null);
    const known = new Map(seen.map((row) => [row.id, row]));
    const planned = [...rules.values()]
      .filter((rule) => isChosen(rule, choice))
      .map(
        (rule) =>
          known.get(rule.id) ??
          toUnseenRow(rule, explainUnseen(rule, seen, [...(elsewhere.get(rule.id) ?? [])])),
      );
    return [...planned, ...unplanned];
  }

  return {
    add,
    rows,
    properties(row) {
      const rule = rules.get(row) ?? null;
      const tally = tallies.get(row)?.properties ?? createPropertyTally();
      return tally.list(readRuleProperties(rule));
    },
  };
}

function toEventId({type, name}: Sighting): string {
  return `${type ?? 'unknown'}${name === null ? '' : `/${name}`}`;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

function createTally(rule: PlanRule | null, {type, name}: Sighting): Tally {
  return {
    call: rule?.call ?? type ?? 'unknown',
    name: rule?.name ?? name,
    rule,
    seen: 0,
    faulty: 0,
    firstSeen: null,
    lastSeen: null,
    pages: new Set(),
    releases: new Set(),
    right: [],
    wrong: [],
    properties: createPropertyTally(),
  };
}

function count(tally: Tally, {request, event, at, page, release, isFaulty, properties}: Sighting): void {
  tally.seen++;
  if (isFaulty) tally.faulty++;
  if (at !== null) {
    tally.firstSeen = Math.min(tally.firstSeen ?? at, at);
    tally.lastSeen = Math.max(tally.lastSeen ?? at, at);
  }
  if (page !== null && tally.pages.size < MAX_PLACES) tally.pages.add(page);
  if (release !== null && tally.releases.size < MAX_PLACES) tally.releases.add(release);
  const refs = isFaulty ? tally.wrong : tally.right;
  if (refs.length < MAX_EVENTS) refs.push({request, event});
  tally.properties.add(properties);
}

function toRow(id: string, tally: Tally, hasPlan: boolean): CoverageRow {
  const {call, name, rule, seen, faulty, firstSeen, lastSeen} = tally;
  return {
    id,
    rule,
    call,
    name,
    grade: hasPlan && rule === null ? 'unplanned' : toGrade(seen, faulty),
    seen,
    faulty,
    firstSeen,
    lastSeen,
    pages: [...tally.pages],
    releases: [...tally.releases],
    events: [...tally.wrong, ...tally.right].slice(0, MAX_EVENTS),
    reasons: [],
  };
}

function toGrade(seen: number, faulty: number): Grade {
  if (faulty === 0) return 'always-right';
  return faulty === seen ? 'never-right' : 'sometimes-wrong';
}

function toUnseenRow(rule: PlanRule, reasons: UnseenReason[]): CoverageRow {
  const {id, call, name} = rule;
  const none = {seen: 0, faulty: 0, firstSeen: null, lastSeen: null, pages: [], releases: [], events: []};
  return {id, rule, call, name, grade: 'never-seen', ...none, reasons};
}

function isChosen(rule: PlanRule, {sections, labels, rules}: CoverageChoice): boolean {
  if (!sections && !labels && !rules) return true;
  return (
    (rule.section !== null && sections?.includes(rule.section) === true) ||
    rule.labels.some((label) => labels?.includes(label) === true) ||
    rules?.includes(rule.id) === true
  );
}
