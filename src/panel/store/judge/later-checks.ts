import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {PlannedInspection} from '../../../domain/plans/inspect-by-plans';
import type {Settings} from '../../../domain/settings';
import {createSessionFold, type SessionPlace} from './session-fold';
import {createTextFold} from './text-fold';

/** Checks that need all rows, or more time: they run after each record was checked on its own. */
export interface LaterChecks {
  /** A listed record was checked on its own. */
  note(request: CapturedRequest, planned: PlannedInspection): void;
  forget(id: string): void;
  /** Adds the issues that were found so far. */
  complete(planned: PlannedInspection): PlannedInspection;
  /** Yields the IDs of records whose issues have changed. */
  run(rows: readonly SessionPlace[], rules: Settings['rules']): AsyncIterable<readonly string[]>;
  /** Drops the results: with changed rules everything is checked again. */
  reset(): void;
}

export function createLaterChecks(
  inspectText: Parameters<typeof createTextFold>[0],
  pause: () => Promise<void>,
): LaterChecks {
  const session = createSessionFold();
  const texts = createTextFold(inspectText);

  return {
    note(request, {inspection}) {
      session.note(inspection);
      texts.note(request, inspection);
    },
    forget(id) {
      session.forget(id);
      texts.forget(id);
    },
    complete(planned) {
      const {inspection, verdicts} = planned;
      const further = [...texts.issuesOf(inspection.requestId), ...session.issuesOf(inspection.requestId)];
      if (further.length === 0) return planned;
      return {inspection: {...inspection, issues: [...inspection.issues, ...further]}, verdicts};
    },
    async *run(rows, rules) {
      yield session.judge(rows, rules);
      await pause();
      for (let read = texts.readNext(); read !== null; read = texts.readNext()) {
        if (read.found) yield [read.id];
        await pause();
      }
    },
    reset() {
      session.reset();
      texts.reset();
    },
  };
}
