import {
  type CapturedRequest,
  createCoverage,
  createWordMasks,
  describeBlindSpots,
  describeIssue,
  type Expectation,
  type Inspection,
  inspectByPlans,
  judgeRun,
  type PlanChecker,
  type PlanReport,
  type Settings,
  type Sighting,
  toSightings,
} from '../domain';

/** Counts the events of a recording against a plan, request by request. */
export interface PlanCoverage {
  add(request: CapturedRequest, inspection: Inspection): void;
  report(): PlanReport;
}

export function createPlanCoverage(checker: PlanChecker, {rules}: Pick<Settings, 'rules'>): PlanCoverage {
  const {plan} = checker;
  const {expectations} = plan;
  const coverage = createCoverage(plan);
  const violations: PlanReport['violations'][number][] = [];
  const toWordMask = createWordMasks();
  let unreadable = 0;
  /** Only kept if the plan expects an order. */
  const run: Sighting[] = [];
  return {
    add(request, inspection) {
      if (inspection.protocol === null) return;
      if (!inspection.decoded) unreadable++;
      const {inspection: judged, verdicts} = inspectByPlans(inspection, [checker], rules);
      const issues = judged.issues.filter(({source}) => source.plan?.id === plan.id);
      const sightings = toSightings(request, judged, {id: plan.id, verdicts});
      for (const sighting of sightings) coverage.add(sighting);
      if (expectations.length > 0) run.push(...sightings);
      const mask = toWordMask(request);
      const byEvent = new Map(sightings.map((sighting) => [sighting.event, sighting]));
      for (const issue of issues) {
        const sighting = issue.event === null ? undefined : byEvent.get(issue.event);
        const row = sighting ? coverage.rowOf(sighting) : null;
        violations.push({
          issue,
          name: sighting?.name ?? null,
          row,
          message: mask(describeIssue(issue).message),
        });
      }
    },
    report: () => ({
      title: plan.title,
      rows: coverage.rows(),
      violations,
      expectations: toReported(expectations, run),
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

function toReported(expectations: readonly Expectation[], run: readonly Sighting[]) {
  const results = judgeRun(expectations, {start: null, end: null}, [{sightings: run}]);
  const byId = new Map(results.map((result) => [result.id, result]));
  return expectations.flatMap((expectation) => {
    const result = byId.get(expectation.id);
    return result ? {expectation, result} : [];
  });
}
