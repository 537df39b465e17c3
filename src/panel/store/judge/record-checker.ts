import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {PlannedInspection} from '../../../domain/plans/inspect-by-plans';
import {defaultSettings, type Settings} from '../../../domain/settings';
import {toErrorMessage} from '../../../domain/to-error-message';
import type {Inspection} from '../../../domain/verdict/inspection';
import type {Issue} from '../../../domain/verdict/issue';
import type {StartOptions} from './judge-messages';
import {createLaterChecks} from './later-checks';
import type {PlanFold} from './plans/plan-fold';
import type {SessionPlace} from './session-fold';

export interface Checks {
  inspect(request: CapturedRequest, settings: Settings): Inspection;
  /** The checks that `inspect` skips for a large body, since they take longer. */
  inspectText(request: CapturedRequest, inspection: Inspection, settings: Settings): readonly Issue[];
}

export interface RecordCheckerOptions {
  checks: Checks;
  plans: Pick<PlanFold, 'check'>;
  /** This record is checked next. */
  onCheck(id: string): void;
  /** A record could not be checked; the reason is a sentence. */
  onFailure(reason: string): void;
  /** Resolves when new messages were received. */
  pause(): Promise<void>;
}

/** Checks records with the current settings, each on its own and all of them together. */
export interface RecordChecker {
  readonly settings: Settings;
  start(options: Pick<StartOptions, 'settings' | 'setAside' | 'suspects'>): void;
  /** Drops the results of the former rules for session and texts. */
  changeSettings(settings: Settings): void;
  /** Checks its content, also against the tracking plans; throws if that fails. */
  inspect(request: CapturedRequest): PlannedInspection;
  /**
   * Like `inspect`, with the known issues of its session and text. A record that cannot be checked has a verdict
   * without issues.
   */
  check(request: CapturedRequest): PlannedInspection;
  /** Like `check`, for a listed record, whose session and text are checked after all else. */
  take(request: CapturedRequest): PlannedInspection;
  forget(id: string): void;
  /** Runs the checks that need all rows, or more time; yields the IDs of records whose verdict has changed. */
  checkTogether(rows: readonly SessionPlace[]): AsyncIterable<readonly string[]>;
}

export function createRecordChecker(options: RecordCheckerOptions): RecordChecker {
  const {checks, plans, onCheck, onFailure, pause} = options;
  let settings = defaultSettings;
  let setAside: ReadonlySet<string> = new Set();
  let suspects = new Set<string>();
  const later = createLaterChecks(
    (request, inspection) => checks.inspectText(request, inspection, settings),
    pause,
  );

  function inspect(request: CapturedRequest): PlannedInspection {
    return plans.check(request, checks.inspect(request, settings), settings.rules);
  }

  function tryInspect(request: CapturedRequest): PlannedInspection {
    if (setAside.has(request.id) || suspects.has(request.id)) return toUnchecked(request);
    onCheck(request.id);
    try {
      return inspect(request);
    } catch (error) {
      // There may not be enough memory for its text: the record is still listed.
      onFailure(`The request to ${request.url} was not checked: ${toErrorMessage(error)}`);
      return toUnchecked(request);
    }
  }

  return {
    get settings() {
      return settings;
    },
    start(begin) {
      settings = begin.settings;
      setAside = new Set(begin.setAside);
      suspects = new Set(begin.suspects);
    },
    changeSettings(next) {
      settings = next;
      later.reset();
    },
    inspect,
    check: (request) => later.complete(tryInspect(request)),
    take(request) {
      const planned = tryInspect(request);
      later.note(request, planned);
      return later.complete(planned);
    },
    forget: later.forget,
    async *checkTogether(rows) {
      yield* later.run(rows, settings.rules);
      const [suspect] = suspects;
      if (suspect === undefined) return;
      suspects.delete(suspect);
      yield [suspect];
    },
  };
}

function toUnchecked({id, startedAt}: CapturedRequest): PlannedInspection {
  const size = {events: 0, bytes: null, maxEvents: null, maxBytes: null};
  const nothing = {protocol: null, decoded: false, events: [], issues: [], size};
  return {inspection: {requestId: id, sentAt: startedAt, ...nothing}, verdicts: []};
}
