import type {PlanState} from '../judge/judge-messages';

/** The faults of the tracking plans that are turned on, one sentence each. */
export function toPlanFaults(plans: readonly PlanState[]): {id: string; text: string}[] {
  return plans.flatMap((plan) => {
    const text = explain(plan);
    return text === null ? [] : [{id: plan.id, text}];
  });
}

function explain({title, fault, setAside, problems}: PlanState): string | null {
  if (fault !== null) return `The tracking plan “${title}” checks nothing: ${fault}`;
  const parts = [
    ...(setAside.length === 0
      ? []
      : [`${listRules(setAside)} took too long and ${setAside.length === 1 ? 'is' : 'are'} not checked.`]),
    ...problems.slice(0, 1),
    ...(problems.length > 1 ? [`And ${problems.length - 1} more.`] : []),
  ];
  return parts.length === 0 ? null : `Tracking plan “${title}”: ${parts.join(' ')}`;
}

function listRules(ids: readonly string[]): string {
  const shown = ids.slice(0, 3).map((id) => `“${id}”`);
  const rest = ids.length - shown.length;
  return `${ids.length === 1 ? 'The rule' : 'The rules'} ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
