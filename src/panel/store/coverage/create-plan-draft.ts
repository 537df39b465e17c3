import {type ReadonlySignal, signal} from '@preact/signals';
import {joinExpectations} from '../../../domain/plans/expectations/expectation';
import type {PlanFile} from '../../../domain/plans/read-plan';
import type {StoredPlan} from '../../../storage/plan-store';
import type {Notices} from '../create-notices';
import type {AskJudge} from '../judge-client/judge-client';
import type {PanelPlans} from '../panel-dependencies';
import type {DraftedPlan, ReadDraft} from './coverage-messages';

export interface PlanDraft extends DraftedPlan {
  /** `StoredPlan.id` of the plan that the events are added to; null: a new plan. */
  plan: string | null;
}

export interface PlanDraftOptions {
  ask: AskJudge;
  plans: PanelPlans;
  notices: Pick<Notices, 'tell' | 'fail'>;
  now(): number;
  /** Opens the view that shows the draft. */
  show(): void;
}

/** Drafts of plans from captured events. Nothing is stored before the user saves a draft. */
export interface PlanDrafts {
  /** The draft in the editor; null if it is closed. */
  readonly draft: ReadonlySignal<PlanDraft | null>;
  /** Drafts the events of these rows, for a new plan or to be added to a plan, in the place of a draft that is open. */
  open(plan: string | null, rows: readonly string[]): Promise<void>;
  /** Stores the current text; resolves to the stored plan's ID, or to the reason why nothing is stored. */
  keep(text: string): Promise<{ok: true; id: string} | {ok: false; fault: string} | null>;
  /** The user changed the text: if the draft is closed without being saved, a message offers to reopen it. */
  touch(draft: PlanDraft): void;
  close(): void;
}

export function createPlanDrafts({ask, plans, notices, now, show: showDrafts}: PlanDraftOptions): PlanDrafts {
  const draft = signal<PlanDraft | null>(null);
  const touched = new WeakSet<PlanDraft>();

  function show(next: PlanDraft | null): void {
    const former = draft.peek();
    draft.value = next;
    if (former === null || !touched.has(former)) return;
    notices.tell('The draft of a plan was closed and is not saved.', {
      title: 'Reopen it',
      follow: () => {
        show(former);
        showDrafts();
      },
    });
  }

  async function store({file, plan}: {file: PlanFile; plan: string | null}, read: ReadDraft & {ok: true}) {
    const {id, title, revision} = read;
    const all = await plans.list();
    const former = plan === null ? undefined : all.find((stored) => stored.id === plan);
    if (id !== former?.id && all.some((stored) => stored.id === id)) {
      return `There is already a plan with the title “${title}”. Change "title" in the text.`;
    }
    const kept = former ?? aNewPlan(now());
    const expectations = joinExpectations(kept.expectations, read.expectations);
    await plans.put({...kept, id, title, revision, files: [file], expectations});
    // The text of the former plan has another format, which cannot be written: it is kept, but turned off.
    if (former && former.id !== id) await plans.update(former.id, (stored) => ({...stored, isOn: false}));
    return null;
  }

  return {
    draft,
    async open(plan, rows) {
      try {
        show({plan, ...(await ask({kind: 'draft-plan', plan, rows}))});
      } catch (error) {
        notices.fail(error);
      }
    },
    async keep(text) {
      const shown = draft.peek();
      if (shown === null) return null;
      try {
        const file = {name: shown.file.name, text};
        const read = await ask({kind: 'read-plan', file});
        if (!read.ok) return {ok: false, fault: read.message};
        const fault = await store({file, plan: shown.plan}, read);
        if (fault !== null) return {ok: false, fault};
        draft.value = null;
        const unclear = read.problems.length === 0 ? '' : ` ${read.problems.join(' ')}`;
        notices.tell(`The plan “${read.title}” is saved.${unclear}`);
        return {ok: true, id: read.id};
      } catch (error) {
        notices.fail(error);
        return null;
      }
    },
    touch: (changed) => touched.add(changed),
    close: () => show(null),
  };
}

function aNewPlan(
  importedAt: number,
): Pick<StoredPlan, 'isOn' | 'hosts' | 'protocols' | 'expectations' | 'importedAt'> {
  return {isOn: true, hosts: [], protocols: [], expectations: [], importedAt};
}
