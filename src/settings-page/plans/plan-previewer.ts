import {type ReadonlySignal, type Signal, signal} from '@preact/signals';
import {compareRevisions, type RevisionComparison} from '../../domain/plans/compare-revisions';
import type {PlanFile, PlanReading} from '../../domain/plans/read-plan';
import type {Plan} from '../../domain/plans/tracking-plan';
import {toErrorMessage} from '../../domain/to-error-message';
import type {StoredPlan} from '../../storage/plan-store';

/** A plan that was read but is not stored yet, with the changes that it would make. */
export interface PlanPreview {
  plan: Plan;
  files: readonly PlanFile[];
  /** Comparison with the stored revision with the same ID; null if there is none, or it can no longer be read. */
  comparison: RevisionComparison | null;
  isReplacement: boolean;
}

/** Reads a plan outside the thread that paints; `signal` cancels it. */
export type ReadPlan = (files: readonly PlanFile[], signal: AbortSignal) => Promise<PlanReading>;

/** Reads plans and shows their content before they are stored. */
export interface PlanPreviewer {
  readonly preview: ReadonlySignal<PlanPreview | null>;
  readonly isReading: ReadonlySignal<boolean>;
  /** The reason why nothing could be read or stored. */
  readonly fault: Signal<string | null>;
  /**
   * Reads files that were chosen, dropped or pasted, and shows their content; does not store it. A promise: their texts
   * are still being read, which fails for a folder, or for a file that is gone.
   */
  read(files: readonly PlanFile[] | Promise<readonly PlanFile[]>): Promise<void>;
  /** Closes the preview. */
  close(): void;
  /** Closes the preview and cancels the current reading. */
  cancel(): void;
}

export function createPlanPreviewer(
  stored: ReadonlySignal<readonly StoredPlan[]>,
  readPlan: ReadPlan,
): PlanPreviewer {
  const preview = signal<PlanPreview | null>(null);
  const isReading = signal(false);
  const fault = signal<string | null>(null);
  /** If two readings overlap, the later one counts. */
  let underWay = new AbortController();

  async function compare(plan: Plan, files: readonly PlanFile[], signal: AbortSignal): Promise<PlanPreview> {
    const former = stored.value.find(({id}) => id === plan.id);
    const reading = former ? await readPlan(former.files, signal) : null;
    const comparison = reading?.ok ? compareRevisions(reading.plan, plan) : null;
    return {plan, files, comparison, isReplacement: former !== undefined};
  }

  async function readAll(
    files: readonly PlanFile[] | Promise<readonly PlanFile[]>,
    signal: AbortSignal,
  ): Promise<PlanPreview | string> {
    try {
      const texts = await files;
      const reading = await readPlan(texts, signal);
      return reading.ok ? await compare(reading.plan, texts, signal) : reading.message;
    } catch (error) {
      return `The files can’t be read: ${toErrorMessage(error)}`;
    }
  }

  return {
    preview,
    isReading,
    fault,
    async read(files) {
      underWay.abort();
      const own = new AbortController();
      underWay = own;
      isReading.value = true;
      const found = await readAll(files, own.signal);
      if (own.signal.aborted) return;
      isReading.value = false;
      preview.value = typeof found === 'string' ? null : found;
      fault.value = typeof found === 'string' ? found : null;
    },
    close() {
      preview.value = null;
    },
    cancel() {
      underWay.abort();
      isReading.value = false;
      preview.value = null;
      fault.value = null;
    },
  };
}
