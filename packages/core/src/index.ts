/** The public API: reading, checking and describing analytics batches. Does not use a browser, the DOM or Node. */

export {configSchema} from './config/config-schema';
export {openExportedPlans} from './config/open-exported-plans';
export {type Config, defaultConfig, readConfig} from './config/read-config';
export {toCoverageText} from './coverage/coverage-text';
export {createPlanCoverage, type PlanCoverage} from './coverage/plan-coverage';
export * from './domain';
export {createJudge, type InputRequest, type Judge, type JudgeOptions, judge} from './judge/judge';
export {type Finding, listFindings, toTold} from './judge/list-findings';
export type {PlanGuard} from './judge/plan-guard';
export type {
  EventVerdict,
  Reporter,
  ReportOptions,
  RequestVerdict,
  Verdict,
  VerdictIssue,
} from './judge/verdict';
export {
  describeNearest,
  findMismatches,
  isNamed,
  type Mismatch,
  type TrackedEvent,
} from './match/match-event';
export {github} from './reporters/github';
export {json} from './reporters/json';
export {junit} from './reporters/junit';
export {markdown} from './reporters/markdown';
export {toSafeJson, toSafeLines, toSafeText} from './reporters/safe-text';
export {summarize} from './reporters/summarize';
