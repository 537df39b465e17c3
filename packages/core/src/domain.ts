/** The parts of the domain that the packages use: the only file of the packages that imports from `src`. */

export {replaceHidden, toEscape} from '../../../src/domain/bytes/hidden-characters';
export {MASK} from '../../../src/domain/bytes/mask';
export {fromBase64} from '../../../src/domain/bytes/to-base64';
export type {
  CapturedHeader,
  CapturedHeaders,
  CapturedRequest,
} from '../../../src/domain/capture/captured-request';
export {inOrderOfSending} from '../../../src/domain/capture/in-order-of-sending';
export {createSessionCheck, type SessionCheck} from '../../../src/domain/checks/session/session-check';
export {toSessionTrace} from '../../../src/domain/checks/session/session-trace';
export {decodeText, detectUtf16} from '../../../src/domain/decode/decode-text';
export {readPasted} from '../../../src/domain/edit/paste/paste';
export type {PastedRequest} from '../../../src/domain/edit/paste/pasted-request';
export {escapeXml} from '../../../src/domain/export/escape-xml';
export {toCodeSpan} from '../../../src/domain/export/markdown';
export {compareSessions} from '../../../src/domain/golden/compare-sessions';
export {type Difference, describeDifference} from '../../../src/domain/golden/difference';
export type {GoldenEvent, GoldenSession} from '../../../src/domain/golden/golden-session';
export {readGolden, writeGolden} from '../../../src/domain/golden/golden-text';
export {maskSession} from '../../../src/domain/golden/mask-session';
export {createSessionBuilder} from '../../../src/domain/golden/to-golden-session';
export {groupBy} from '../../../src/domain/group-by';
export {describeLeftOut, describeZoneless} from '../../../src/domain/har/describe-left-out';
export {createHarReader, type HarImport, type HarReader} from '../../../src/domain/har/har-reader';
export {importHarFile} from '../../../src/domain/har/import-har';
export {
  damagedFileError,
  findFileCompression,
  HarLogError,
  isOpenedAsWhole,
  largeFileError,
  MAX_UNPACKED,
} from '../../../src/domain/har/open-har-file';
export {parseHar} from '../../../src/domain/har/parse-har';
export {createLogSplitter} from '../../../src/domain/har/split-log';
export {
  inspectRequest,
  inspectSession,
  inspectText,
  type RequestParts,
  requestFromParts,
} from '../../../src/domain/inspect-request';
export {appendToken, parsePointer, resolvePointer} from '../../../src/domain/json/json-pointer';
export {isJsonObject, type JsonValue} from '../../../src/domain/json/json-value';
export type {CheckOptions, PlanChecker} from '../../../src/domain/plans/check-event';
export {createPlanChecker} from '../../../src/domain/plans/check-event';
export {describeBlindSpots} from '../../../src/domain/plans/coverage/blind-spots';
export {createCoverage} from '../../../src/domain/plans/coverage/coverage';
export type {CoverageRow} from '../../../src/domain/plans/coverage/coverage-row';
export type {Sighting} from '../../../src/domain/plans/coverage/sighting';
export {toSightings} from '../../../src/domain/plans/coverage/to-sightings';
export {
  describeExpectation,
  describeOutcome,
  stateWords,
} from '../../../src/domain/plans/expectations/describe-expectation';
export {type Expectation, joinExpectations} from '../../../src/domain/plans/expectations/expectation';
export {findMisspelt} from '../../../src/domain/plans/expectations/find-misspelt';
export {createRunJudge, type RunJudge} from '../../../src/domain/plans/expectations/judge-run';
export {inspectByPlans} from '../../../src/domain/plans/inspect-by-plans';
export {findNearName} from '../../../src/domain/plans/near-name';
export {describePlanProblem, type PlanProblem} from '../../../src/domain/plans/plan-problem';
export {type PlanFile, readPlan} from '../../../src/domain/plans/read-plan';
export {describeReason, gradeWords, toRowTitles} from '../../../src/domain/plans/report/describe-row';
export {type PlanReport, toViolationText} from '../../../src/domain/plans/report/report-input';
export {findFailedRows} from '../../../src/domain/plans/report/row-result';
export {toCoverageCsv} from '../../../src/domain/plans/report/to-csv';
export {toCoverageJson} from '../../../src/domain/plans/report/to-json';
export {toCoverageJunit} from '../../../src/domain/plans/report/to-junit';
export {toCoverageMarkdown} from '../../../src/domain/plans/report/to-markdown';
export type {Plan, PlanRule} from '../../../src/domain/plans/tracking-plan';
export {createValidator} from '../../../src/domain/plans/validator';
export {isEndpointHost, matchEndpoint} from '../../../src/domain/protocols/endpoints';
export {wireFormats} from '../../../src/domain/protocols/wire-formats';
export {createLineReader} from '../../../src/domain/recorded/import-lines';
export {hasRecordedLines, readRecordedLine} from '../../../src/domain/recorded/read-recorded-line';
export {createLineSplitter} from '../../../src/domain/recorded/split-lines';
export {withoutSecretValues} from '../../../src/domain/secrets/header-secrets';
export {isWhollySecret, maskText} from '../../../src/domain/secrets/mask-text';
export {maskUrl, withoutUrlSecrets} from '../../../src/domain/secrets/url-secrets';
export {withoutCredentialValues as withoutCredentials} from '../../../src/domain/secrets/without-credential-values';
export {createWordMasks} from '../../../src/domain/secrets/word-mask';
export {defaultSettings, type Settings, settingsSchema} from '../../../src/domain/settings';
export {extrasSchema} from '../../../src/domain/settings-file/file-extras';
export {type PlanInFile, readPlanExpectations} from '../../../src/domain/settings-file/plan-in-file';
export {readSettingsFile} from '../../../src/domain/settings-file/read-settings-file';
export {applyRuleSettings} from '../../../src/domain/verdict/apply-rule-settings';
export {describeIssue} from '../../../src/domain/verdict/describe/describe-issue';
export {toEventLabel} from '../../../src/domain/verdict/event-label';
export type {DecodedEvent, Inspection} from '../../../src/domain/verdict/inspection';
export type {Issue} from '../../../src/domain/verdict/issue';
export {isCalled} from '../../../src/domain/verdict/nameless-calls';
export type {Rule} from '../../../src/domain/verdict/rule';
export {ruleCatalogue} from '../../../src/domain/verdict/rule-catalogue';
export type {Severity} from '../../../src/domain/verdict/severity';
export {showSource, toSourceLink} from '../../../src/domain/verdict/source';
