import {computed, effect, type ReadonlySignal, signal} from '@preact/signals';
import type {SequencePace} from '../../../domain/replay/sequence';
import type {Settings} from '../../../domain/settings';
import {mergeChoices, toDefaultChoices} from '../draft/draft-choices';
import {askForProduction, type Confirmation, toConfirmedKey} from '../replay/replay-confirmations';
import type {ReplaySequence} from '../replay/replay-sequence';
import {createSurvey} from './create-survey';
import type {ResendChoices} from './plan-resend';
import type {ResendDependencies} from './resend-dependencies';
import {createResendReader, type ResendOrder} from './resend-reader';
import {createResendSequences} from './resend-sequences';
import {type ResendSurvey, toResendSurvey} from './resend-survey';

export type ResendAttempt =
  | {state: 'started'}
  /** Nothing was sent: the user has to confirm these first. */
  | {state: 'ask'; confirmations: readonly Confirmation[]}
  /** Nothing was sent: these are already being sent, or the problems are still being determined. */
  | {state: 'busy'};

/** Resends many captured requests unchanged. */
export interface ResendStore {
  readonly choices: ReadonlySignal<ResendChoices>;
  /** The effect of sending; null while the requests are being read. */
  readonly survey: ReadonlySignal<ResendSurvey | null>;
  /** The number of requests that were read, to show progress. */
  readonly read: ReadonlySignal<number>;
  /** The sequence that was started last; null: none, or it was dismissed. */
  readonly sequence: ReadonlySignal<ReplaySequence | null>;
  /** Sets the captured requests to resend, in this order. A started sequence stays until it is dismissed. */
  open(ids: readonly string[]): void;
  choose(choices: Partial<ResendChoices>): void;
  /** Sends everything that can be sent. `confirmed`: the user has confirmed it. */
  start(pace: SequencePace, confirmed?: readonly Confirmation[]): ResendAttempt;
  /**
   * Removes the sequence so that a new one can be planned; the replays stay in the log. Does nothing while one is
   * running.
   */
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
    // Read so that another target or test mark is noticed before anything is sent.
    void replaySettings.value;
    run(ids.value, toOrder(ids.value));
  });

  /** Reads the planned requests again, since much may have changed. */
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
      // Sends what was shown, whatever is chosen or set meanwhile.
      sequences.start(planned.sendable, toOrder([]), pace);
      return {state: 'started'};
    },
    forget() {
      if (!sequences.isUnderWay()) planFor(ids.peek());
    },
    sourceOf: sequences.sourceOf,
  };
}

/** The questions that the user has not confirmed; confirmed ones are remembered while the panel is open. */
function findUnconfirmed(
  {origins}: ResendSurvey,
  confirmed: readonly Confirmation[],
  targets: Settings['replay']['targets'],
  known: Set<string>,
): Confirmation[] {
  for (const yes of confirmed) if (yes.kind === 'production') known.add(toConfirmedKey(yes));
  return origins.flatMap(({origin, events}) =>
    askForProduction({url: origin, events, targets, confirmed: known}),
  );
}
