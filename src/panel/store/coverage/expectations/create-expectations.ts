import {computed, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import {
  type Expectation,
  joinExpectations,
  toExpectation,
} from '../../../../domain/plans/expectations/expectation';
import type {JudgedExpectation} from '../../../../domain/plans/expectations/judge-run';
import type {Notices} from '../../create-notices';
import type {PlanState} from '../../judge/judge-messages';
import type {PanelPlans} from '../../panel-dependencies';
import {type ExpectationDraft, readDraft} from './expectation-draft';

export interface ExpectationOptions {
  plan: ReadonlySignal<PlanState | null>;
  judged: ReadonlySignal<readonly JudgedExpectation[]>;
  plans: PanelPlans;
  notices: Pick<Notices, 'tell' | 'fail' | 'close'>;
}

/** An expectation of the shown plan, with its result in this run. */
export interface ShownExpectation {
  expectation: Expectation;
  /** Null: not checked yet. */
  result: JudgedExpectation | null;
}

/** The expectations of the plan; changes are saved with the plan, for all panels. */
export interface Expectations {
  /** The expectations of the plan; the array stays the same until one of them changes. */
  readonly all: ReadonlySignal<readonly Expectation[]>;
  /** Broken ones first. */
  readonly shown: ReadonlySignal<readonly ShownExpectation[]>;
  /** The expectation that the user is adding; null: none. */
  readonly draft: Signal<ExpectationDraft | null>;
  /** Saves the draft with the plan; resolves to what is wrong with it, or null. */
  keep(): Promise<string | null>;
  remove(expectation: Expectation): Promise<void>;
}

const order = {broken: 0, 'not-applied': 1, met: 2};

export function createExpectations({plan, judged, plans, notices}: ExpectationOptions): Expectations {
  // Each state of the plan arrives as a copy, and an equal copy is not a change.
  const text = computed(() => JSON.stringify(plan.value?.expectations ?? []));
  const all = computed(() => {
    void text.value;
    return plan.peek()?.expectations ?? [];
  });
  const shown = computed(() => {
    const results = new Map(judged.value.map((result) => [result.id, result]));
    return all.value
      .map((expectation) => ({expectation, result: results.get(expectation.id) ?? null}))
      .sort((one, other) => toRank(one) - toRank(other));
  });
  const draft = signal<ExpectationDraft | null>(null);

  async function change(toNext: (now: readonly Expectation[]) => readonly Expectation[]): Promise<boolean> {
    const id = plan.peek()?.id;
    if (id === undefined) return false;
    try {
      await plans.update(id, (stored) => ({...stored, expectations: toNext(stored.expectations)}));
      return true;
    } catch (error) {
      notices.fail(error);
      return false;
    }
  }

  return {
    all,
    shown,
    draft,
    async keep() {
      const now = draft.peek();
      if (now === null) return null;
      const read = readDraft(now);
      if (!read.ok) return read.fault;
      const expectation = toExpectation(read.facts);
      if (await change((before) => joinExpectations(before, [expectation]))) draft.value = null;
      return null;
    },
    async remove(expectation) {
      if (!(await change((now) => now.filter(({id}) => id !== expectation.id)))) return;
      notices.tell('The expectation is removed.', {
        title: 'Undo',
        follow() {
          notices.close();
          void change((now) => joinExpectations(now, [expectation]));
        },
      });
    },
  };
}

function toRank({result}: ShownExpectation): number {
  return result ? order[result.state] : order['not-applied'];
}
