import type {EventType} from '../protocols/wire-format';
import type {Plan, PlanFormat, PlanRule} from './tracking-plan';

/** The rules of a plan, indexed by the calls they are for. */
export interface RuleIndex {
  /** Rules for every call. */
  common: readonly PlanRule[];
  /** All versions of the rule for a call; empty if it is not planned. */
  find(type: EventType | null, name: string | null): readonly PlanRule[];
  /** Whether the plan names events: only then can an event be unplanned. */
  hasEvents: boolean;
  eventNames: ReadonlySet<string>;
}

const segmentFormats: ReadonlySet<PlanFormat> = new Set([
  'segment-api',
  'segment-config',
  'segment-csv',
  'typewriter',
]);

export function isSegmentPlan({format}: Pick<Plan, 'format'>): boolean {
  return segmentFormats.has(format);
}

/** Names are compared exactly, as every vendor does. */
export function indexRules(plan: Plan): RuleIndex {
  const rules = new Map<string, PlanRule[]>();
  for (const rule of plan.rules) {
    const key = toKey(rule.call, rule.name);
    const known = rules.get(key);
    if (known) known.push(rule);
    else rules.set(key, [rule]);
  }
  const eventNames = new Set(
    plan.rules.flatMap(({call, name}) => (call === 'track' && name !== null ? [name] : [])),
  );
  const get = (type: string, name: string | null) => rules.get(toKey(type, name)) ?? [];
  return {
    common: get('common', null),
    eventNames,
    hasEvents: eventNames.size > 0,
    find(type, name) {
      if (type === null) return [];
      const own = [...(name === null ? [] : get(type, name)), ...(type === 'track' ? [] : get(type, null))];
      if (own.length > 0 || !isSegmentPlan(plan)) return own;
      // Segment treats these calls as events with that name too.
      return type === 'page'
        ? get('track', 'Page Viewed')
        : type === 'screen'
          ? get('track', 'Screen Viewed')
          : own;
    },
  };
}

function toKey(call: string, name: string | null): string {
  return name === null ? call : `${call}/${name}`;
}
