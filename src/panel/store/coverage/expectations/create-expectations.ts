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

  async function change(
    id: string,
    toNext: (now: readonly Expectation[]) => readonly Expectation[],
  ): Promise<boolean> {
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
      const shown = plan.peek();
      if (shown === null) return 'Expectations are saved with a tracking plan. Choose one first.';
      const expectation = toExpectation(read.facts);
      const isKept = await change(shown.id, (before) => joinExpectations(before, [expectation]));
      // Another one may have been begun meanwhile.
      if (isKept && draft.peek() === now) draft.value = null;
      return null;
    },
    async remove(expectation) {
      const shown = plan.peek();
      const isRemoved =
        shown && (await change(shown.id, (now) => now.filter(({id}) => id !== expectation.id)));
      if (!shown || !isRemoved) return;
      notices.tell('The expectation is removed.', {
        title: 'Undo',
        follow() {
          notices.close();
          // To its own plan, whichever is shown by now.
          void change(shown.id, (now) => joinExpectations(now, [expectation]));
        },
      });
    },
  };
}

function toRank({result}: ShownExpectation): number {
  return result ? order[result.state] : order['not-applied'];
}
