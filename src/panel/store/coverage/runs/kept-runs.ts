import {computed, type ReadonlySignal, signal} from '@preact/signals';
import type {CoverageRow} from '../../../../domain/plans/coverage/coverage-row';
import {type KeptRun, toKeptRows} from '../../../../domain/plans/coverage/kept-run';
import type {RunBounds} from '../../../../domain/plans/coverage/sighting';
import {countOf} from '../../../../domain/verdict/format-count';
import type {RunStore} from '../../../../storage/run-store';
import type {Notices} from '../../create-notices';

/** Saved runs, which are still there after the panel is closed. */
export interface KeptRuns {
  /** The saved runs of the plan that is shown, in the order in which they were saved. */
  readonly runs: ReadonlySignal<readonly KeptRun[]>;
  /** Reads the saved runs, and again when another panel changes them, until the returned function is called. */
  follow(): () => void;
  keep(name: string, run: RunBounds, rows: readonly CoverageRow[]): Promise<void>;
  rename(run: KeptRun, name: string): Promise<void>;
  remove(run: KeptRun): Promise<void>;
}

export interface KeptRunsOptions {
  open(): Promise<RunStore>;
  /** ID of the plan that is shown. */
  planId: ReadonlySignal<string | null>;
  notices: Pick<Notices, 'tell' | 'fail' | 'close'>;
  now(): number;
  createId(): string;
}

export function createKeptRuns({open, planId, notices, now, createId}: KeptRunsOptions): KeptRuns {
  const all = signal<readonly KeptRun[]>([]);
  let opened: Promise<RunStore> | null = null;
  const use = () => (opened ??= open());

  async function read(): Promise<void> {
    try {
      all.value = await (await use()).list();
    } catch (error) {
      notices.fail(error);
    }
  }

  async function change(
    work: (store: RunStore) => Promise<void>,
    done?: string,
    link?: {title: string; follow(): void},
  ) {
    try {
      await work(await use());
      if (done !== undefined) notices.tell(done, link);
    } catch (error) {
      notices.fail(error);
    }
    await read();
  }

  return {
    runs: computed(() => all.value.filter(({plan}) => plan === planId.value)),
    follow() {
      void read();
      const stopping = use().then(
        (store) => store.subscribe(() => void read()),
        // Reading them reports the reason.
        () => () => undefined,
      );
      return () => void stopping.then((stop) => stop());
    },
    keep(name, {start, end}, rows) {
      const at = now();
      const run = {id: createId(), name, plan: planId.peek(), keptAt: at, start, end: end ?? at};
      const keptRows = toKeptRows(rows);
      return change(
        (store) => store.put({...run, rows: keptRows}),
        toSaved(name, rows.length - keptRows.length),
      );
    },
    rename: (run, name) => change((store) => store.rename(run.id, name)),
    remove(run) {
      return change((store) => store.remove(run.id), `Deleted the run “${run.name}”.`, {
        title: 'Undo',
        follow() {
          notices.close();
          void change((store) => store.put(run));
        },
      });
    },
  };
}

/** Events that are not in the saved run cannot be compared. */
function toSaved(name: string, leftOut: number): string {
  const saved = `Saved the run “${name}”.`;
  return leftOut === 0
    ? saved
    : `${saved} It does not contain ${countOf(leftOut, 'row')} whose name may be personal data.`;
}
