import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {Inspection} from '../../../domain/verdict/inspection';
import type {Issue} from '../../../domain/verdict/issue';

/** What a large text holds besides its value (keys that stand twice): looked for when somebody opens the request. */
export interface TextWatch {
  /** Empty until it was opened. */
  issuesOf(requestId: string): readonly Issue[];
  /** Reads the text once the browser could paint; once for each body. */
  open(request: CapturedRequest, inspection: Inspection): void;
  /** Forgets all other requests: their rows are gone. */
  retain(isListed: (requestId: string) => boolean): void;
  /** Other rules: all is looked for anew. */
  clear(): void;
}

export interface TextWatchOptions {
  inspectText(request: CapturedRequest, inspection: Inspection): readonly Issue[];
  /** Something was found in this request. */
  onFound(requestId: string): void;
  onFailure(error: unknown): void;
  pause(): Promise<void>;
}

interface Reading {
  /** Of the body that was read: a record gets its bytes later at times. */
  size: number;
  issues: readonly Issue[];
}

export function createTextWatch({inspectText, onFound, onFailure, pause}: TextWatchOptions): TextWatch {
  const readings = new Map<string, Reading>();

  async function read(request: CapturedRequest, inspection: Inspection, reading: Reading): Promise<void> {
    await pause();
    // Forgotten meanwhile, or read again with other bytes.
    if (readings.get(request.id) !== reading) return;
    const issues = inspectText(request, inspection);
    if (issues.length === 0) return;
    readings.set(request.id, {...reading, issues});
    onFound(request.id);
  }

  return {
    issuesOf: (requestId) => readings.get(requestId)?.issues ?? [],
    open(request, inspection) {
      const size = request.body.kind === 'bytes' ? request.body.bytes.length : 0;
      if (size === 0 || readings.get(request.id)?.size === size) return;
      const reading: Reading = {size, issues: []};
      readings.set(request.id, reading);
      read(request, inspection, reading).catch(onFailure);
    },
    retain: (isListed) => {
      for (const id of readings.keys()) if (!isListed(id)) readings.delete(id);
    },
    clear: () => readings.clear(),
  };
}
