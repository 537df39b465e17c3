import {computed, effect, type ReadonlySignal, signal} from '@preact/signals';
import type {SequencePace} from '../../../domain/replay/sequence';
import type {Settings} from '../../../domain/settings';
import {mergeChoices, toDefaultChoices} from '../draft/draft-choices';
import {askForProduction, type Confirmation} from '../replay/replay-confirmations';
import type {ReplaySequence} from '../replay/replay-sequence';
import {createSurvey} from './create-survey';
import type {ResendChoices} from './plan-resend';
import type {ResendDependencies} from './resend-dependencies';
import {createResendReader, type ResendOrder} from './resend-reader';
import {createResendSequences} from './resend-sequences';
import {type ResendSurvey, toResendSurvey} from './resend-survey';

export type ResendAttempt =
  | {state: 'started'}
  /** Nothing was sent: the user has to say yes to these first. */
  | {state: 'ask'; confirmations: readonly Confirmation[]}
  /** Nothing was sent: these are being sent already, or it is still being read what prevents it. */
  | {state: 'busy'};

/** Many captured requests, sent again as they were. */
export interface ResendStore {
  readonly choices: ReadonlySignal<ResendChoices>;
  /** What sending would do; null while the requests are being read. */
  readonly survey: ReadonlySignal<ResendSurvey | null>;
  /** How many of the requests were read, for the time that it takes. */
  readonly read: ReadonlySignal<number>;
  /** What was started last; null: nothing, or it was put away. */
  readonly sequence: ReadonlySignal<ReplaySequence | null>;
  /** These captured requests are to be sent again, in this order. What was started before stays until it is done with. */
  open(ids: readonly string[]): void;
  choose(choices: Partial<ResendChoices>): void;
  /** Sends what can be sent. `confirmed`: the user said yes to what was asked. */
  start(pace: SequencePace, confirmed?: readonly Confirmation[]): ResendAttempt;
  /** Makes room for a new plan; the replays stay in the log. Does nothing while one is under way. */
  forget(): void;
  /** The captured request of a replay in the sequence. */
  sourceOf(replayId: string): string | undefined;
}

export function createResendStore(deps: ResendDependencies): ResendStore {
  const {drafts} = deps;
  const ids = signal<readonly string[]>([]);
  const choices = signal<ResendChoices>(toDefaultChoices(deps.settings.value.peek()));
  const replaySettings = computed(() => deps.settings.value.value.replay);
  const isGranted = (url: string) => drafts.access?.isGranted(url) ?? null;
  const reader = createResendReader({...deps, isGranted});
  const {surveyed, read, run} = createSurvey(reader, deps.onFailure);
  const survey = computed(() => surveyed.value && toResendSurvey(surveyed.value, choices.value, isGranted));
  const sequences = createResendSequences(deps, reader);
  const {sequence} = sequences;

  const toOrder = (all: readonly string[]): ResendOrder => ({
    choices: choices.value,
    settings: deps.settings.value.peek(),
    targetCredentials: drafts.credentials?.of(choices.value.target) ?? [],
    all: new Set(all),
  });
  effect(() => {
    // Read so that another target or test mark is seen before anything is sent.
    void replaySettings.value;
    run(ids.value, toOrder(ids.value));
  });

  /** What was planned before is read once more: much may have changed since. */
  function planFor(wanted: readonly string[]): void {
    sequences.clear();
    ids.value = [...wanted];
  }

  return {
    choices,
    survey,
    read,
    sequence,
    open(wanted) {
      if (sequences.isDone()) planFor(wanted);
      else ids.value = wanted;
    },
    choose(chosen) {
      choices.value = mergeChoices(choices.peek(), chosen);
    },
    start(pace, confirmed = []) {
      const planned = survey.peek();
      if (sequence.peek() || !planned || planned.sendable.length === 0) return {state: 'busy'};
      const {targets} = replaySettings.peek();
      const confirmations = findUnconfirmed(planned, confirmed, targets, drafts.confirmedOrigins);
      if (confirmations.length > 0) return {state: 'ask', confirmations};
      // What is sent is what was shown, whatever is chosen or set meanwhile.
      sequences.start(planned.sendable, toOrder([]), pace);
      return {state: 'started'};
    },
    forget() {
      if (!sequences.isUnderWay()) planFor(ids.peek());
    },
    sourceOf: sequences.sourceOf,
  };
}

/** What the user has not said yes to, once `confirmed` is kept for as long as the panel is open. */
function findUnconfirmed(
  {origins}: ResendSurvey,
  confirmed: readonly Confirmation[],
  targets: Settings['replay']['targets'],
  known: Set<string>,
): Confirmation[] {
  for (const yes of confirmed) if (yes.kind === 'production') known.add(yes.origin);
  return origins.flatMap(({origin, events}) =>
    askForProduction({url: origin, events, targets, confirmed: known}),
  );
}
