import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {Inspection} from '../../../domain/verdict/inspection';
import type {Issue} from '../../../domain/verdict/issue';

/** Issues of large texts that do not concern values (duplicate keys): checked after all rows are listed. */
export interface TextFold {
  /** Empty until its text was read. */
  issuesOf(id: string): readonly Issue[];
  /** Its text has to be read, once for each body. */
  note(request: CapturedRequest, inspection: Inspection): void;
  forget(id: string): void;
  /** Reads the next one; null: none is left. `found`: there are issues. */
  readNext(): {id: string; found: boolean} | null;
  /** The rules have changed: everything is checked again. */
  reset(): void;
}

interface Reading {
  /** For the body that was read: a record may get its bytes later. */
  size: number;
  issues: readonly Issue[];
}

export function createTextFold(
  inspectText: (request: CapturedRequest, inspection: Inspection) => readonly Issue[],
): TextFold {
  const readings = new Map<string, Reading>();
  const waiting = new Map<string, {request: CapturedRequest; inspection: Inspection}>();

  return {
    issuesOf: (id) => readings.get(id)?.issues ?? [],
    note(request, inspection) {
      const size = request.body.kind === 'bytes' ? request.body.bytes.length : 0;
      if (!inspection.decoded || size === 0 || readings.get(request.id)?.size === size) return;
      waiting.set(request.id, {request, inspection});
      readings.set(request.id, {size, issues: []});
    },
    forget(id) {
      readings.delete(id);
      waiting.delete(id);
    },
    readNext() {
      const [next] = waiting;
      if (next === undefined) return null;
      const [id, {request, inspection}] = next;
      waiting.delete(id);
      const reading = readings.get(id);
      if (reading === undefined) return {id, found: false};
      const issues = inspectText(request, inspection);
      readings.set(id, {...reading, issues});
      return {id, found: issues.length > 0};
    },
    reset() {
      readings.clear();
      waiting.clear();
    },
  };
}
