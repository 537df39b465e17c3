import {
  type CapturedRequest,
  type CoverageRow,
  createCoverage,
  createRunJudge,
  createWordMasks,
  describeBlindSpots,
  describeIssue,
  type Inspection,
  inspectByPlans,
  maskText,
  type Plan,
  type PlanChecker,
  type PlanReport,
  type RunJudge,
  type Settings,
  type Sighting,
  toSightings,
} from '../domain';
import {noGuard} from '../judge/plan-guard';

/** Counts the events of a recording against a plan, request by request. */
export interface PlanCoverage {
  add(request: CapturedRequest, inspection: Inspection): void;
  report(): PlanReport;
}

/** @param guard for a plan that is not trusted */
export function createPlanCoverage(
  checker: PlanChecker,
  {rules}: Pick<Settings, 'rules'>,
  guard = noGuard,
): PlanCoverage {
  const {plan} = checker;
  const {expectations} = plan;
  const coverage = createCoverage(plan);
  const violations: PlanReport['violations'][number][] = [];
  const toWordMask = createWordMasks();
  let unreadable = 0;
  /** In the order of the recording. Two files can contain the same request. */
  const requests: string[] = [];
  const run = createRunJudge({
    expectations,
    bounds: {start: null, end: null},
    plan,
    requests: () => requests,
  });
  return {
    add(request, inspection) {
      if (inspection.protocol === null) return;
      if (!inspection.decoded) unreadable++;
      const {inspection: judged, verdicts} = guard(() => inspectByPlans(inspection, [checker], rules));
      const issues = judged.issues.filter(({source}) => source.plan?.id === plan.id);
      const sent = toSightings(request, judged, {id: plan.id, verdicts});
      requests.push(String(requests.length));
      run.put(requests.at(-1) ?? '', sent);
      const mask = toWordMask(request);
      const sightings = sent.map((sighting) => withSafeName(sighting, mask));
      for (const sighting of sightings) coverage.add(sighting);
      const byEvent = new Map(sightings.map((sighting) => [sighting.event, sighting]));
      for (const issue of issues) {
        const sighting = issue.event === null ? undefined : byEvent.get(issue.event);
        const row = sighting ? coverage.rowOf(sighting) : null;
        violations.push({
          issue: {...issue, pointer: mask(issue.pointer)},
          name: sighting?.name ? mask(sighting.name) : null,
          row,
          message: mask(describeIssue(issue).message),
        });
      }
    },
    report: () => ({
      title: plan.title,
      rows: coverage.rows().map(withSafePlaces),
      violations,
      expectations: toReported(plan, run),
      blindSpots: describeBlindSpots({
        isRecordingOff: false,
        dropped: 0,
        unlisted: coverage.unlisted,
        unreadable,
        sitesWithoutCapture: [],
      }),
    }),
  };
}

/** The name of a planned event is the plan's; any other may contain a credential. */
function withSafeName(sighting: Sighting, mask: (text: string) => string): Sighting {
  const {rule, name} = sighting;
  return rule !== null || name === null ? sighting : {...sighting, name: mask(name)};
}

function withSafePlaces(row: CoverageRow): CoverageRow {
  return {...row, pages: row.pages.map(maskText), releases: row.releases.map(maskText)};
}

function toReported({expectations}: Pick<Plan, 'expectations'>, run: RunJudge): PlanReport['expectations'] {
  const byId = new Map(run.judge().map((result) => [result.id, result]));
  return expectations.flatMap((expectation) => {
    const result = byId.get(expectation.id);
    return result ? {expectation, result} : [];
  });
}
