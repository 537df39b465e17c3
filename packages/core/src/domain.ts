/** What the packages use of the domain: the one file of them that imports from `src`. */

export {MASK} from '../../../src/domain/bytes/mask';
export type {
  CapturedHeader,
  CapturedHeaders,
  CapturedRequest,
} from '../../../src/domain/capture/captured-request';
export {createSessionCheck} from '../../../src/domain/checks/session/session-check';
export {toSessionTrace} from '../../../src/domain/checks/session/session-trace';
export {readBody} from '../../../src/domain/decode/read-body';
export {readPasted} from '../../../src/domain/edit/paste/paste';
export type {PastedRequest} from '../../../src/domain/edit/paste/pasted-request';
export {escapeXml} from '../../../src/domain/export/escape-xml';
export {toCodeSpan} from '../../../src/domain/export/markdown';
export {createHarReader, type HarReader} from '../../../src/domain/har/har-reader';
export {importHarFile} from '../../../src/domain/har/import-har';
export {HarLogError} from '../../../src/domain/har/open-har-file';
export {describeFaults} from '../../../src/domain/har/read-har';
export {createLogSplitter} from '../../../src/domain/har/split-log';
export {
  inspectRequest,
  inspectSession,
  inspectText,
  type RequestParts,
  requestFromParts,
} from '../../../src/domain/inspect-request';
export type {PlanChecker} from '../../../src/domain/plans/check-event';
export {createPlanChecker} from '../../../src/domain/plans/check-event';
export {inspectByPlans} from '../../../src/domain/plans/inspect-by-plans';
export {readPlan} from '../../../src/domain/plans/read-plan';
export {createValidator} from '../../../src/domain/plans/validator';
export {withoutSecretValues} from '../../../src/domain/secrets/header-secrets';
export {maskText, maskValue} from '../../../src/domain/secrets/mask-text';
export {maskUrl, withoutUrlSecrets} from '../../../src/domain/secrets/url-secrets';
export {defaultSettings, type Settings, settingsSchema} from '../../../src/domain/settings';
export {applyRuleSettings} from '../../../src/domain/verdict/apply-rule-settings';
export {describeIssue} from '../../../src/domain/verdict/describe/describe-issue';
export {toEventLabel} from '../../../src/domain/verdict/event-label';
export type {DecodedEvent, Inspection} from '../../../src/domain/verdict/inspection';
export type {Issue} from '../../../src/domain/verdict/issue';
export type {Rule} from '../../../src/domain/verdict/rule';
export {ruleCatalogue} from '../../../src/domain/verdict/rule-catalogue';
export type {Severity} from '../../../src/domain/verdict/severity';
export {showSource, toSourceLink} from '../../../src/domain/verdict/source';
