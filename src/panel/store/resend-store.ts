import {computed, effect, type ReadonlySignal, signal} from '@preact/signals';
import type {CapturedRequest} from '../../domain/capture/captured-request';
import type {ReplayPlan} from '../../domain/replay/plan-replay';
import type {SendResult, SequencePace} from '../../domain/replay/sequence';
import {secretsOf} from '../../domain/replay/to-fetch-parts';
import type {Settings} from '../../domain/settings';
import {toDefaultChoices} from './draft-choices';
import type {DraftDependencies} from './draft-dependencies';
import type {DraftStore} from './draft-store';
import {planResend, type ResendChoices} from './plan-resend';
import {askForProduction, type Confirmation} from './replay-confirmations';
import {createReplaySender} from './replay-sender';
import {type ReplaySequence, startReplaySequence} from './replay-sequence';
import {type ResendSurvey, type SurveyedRequest, toResendSurvey} from './resend-survey';
import {type ListedRequest, surveyRequest} from './survey-request';
import {toSequenceResult} from './to-sequence-result';

export type ResendAttempt =
  | {state: 'started'}
  /** Nothing was sent: the user has to say yes to these first. */
  | {state: 'ask'; confirmations: readonly Confirmation[]}
  /** Nothing was sent: these are being sent already, or what stands against it is still being read. */
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

export interface ResendDependencies extends Omit<DraftDependencies, 'access'> {
  /** Resolves when the browser had a chance to paint and to take input. */
  pause(): Promise<void>;
  drafts: Pick<DraftStore, 'access' | 'confirmedOrigins'>;
  /** What the list knows of a request; undefined: it is gone. `all`: what is to be sent again. */
  look(id: string, all: ReadonlySet<string>): ListedRequest | undefined;
  onFailure(error: unknown): void;
}

/** A request that waits for its turn: its bytes are read from the log when that comes. */
interface Item {
  id: string;
  sourceId: string;
}

/** It was cleared, or dropped to make room. */
function toGone(id: string): SurveyedRequest {
  return {id, events: 0, url: null, reason: 'It is no longer in the log.', notes: [], hasPage: true};
}

/** How they are sent, as it was when somebody decided. */
interface Order {
  choices: ResendChoices;
  settings: Settings;
  /** The captured requests that are to be sent. */
  all: ReadonlySet<string>;
}

/** So many are read from the log at a time: some have bodies of megabytes. */
const READ_AT_ONCE = 20;

export function createResendStore(deps: ResendDependencies): ResendStore {
  const {log, secrets, drafts, now, newId} = deps;
  const sender = createReplaySender(deps);
  const ids = signal<readonly string[]>([]);
  const choices = signal<ResendChoices>(toDefaultChoices(deps.settings.value.peek()));
  const replaySettings = computed(() => deps.settings.value.value.replay);
  const surveyed = signal<readonly SurveyedRequest[] | null>(null);
  const read = signal(0);
  const sequence = signal<ReplaySequence | null>(null);
  const sourceOf = new Map<string, string>();
  const isGranted = (url: string) => drafts.access?.isGranted(url) ?? null;
  const survey = computed(() => surveyed.value && toResendSurvey(surveyed.value, choices.value, isGranted));

  const plan = (source: CapturedRequest, {choices, settings}: Order, id: string): ReplayPlan =>
    planResend(source, choices, {id, marker: newId(), startedAt: now(), settings, isPermitted: isGranted});
  const look = async (
    source: CapturedRequest,
    made: ReplayPlan,
    {choices, all}: Order,
  ): Promise<SurveyedRequest | null> => {
    const listed = deps.look(source.id, all);
    if (!listed) return null;
    const known = made.ok ? await secrets.values(secretsOf(made.record)) : new Map<string, string>();
    return surveyRequest({source, listed, plan: made, choices, known});
  };

  /** Reads all of them once more; whoever comes later takes over. */
  let run = 0;
  const readAll = async (wanted: readonly string[], order: Order) => {
    const mine = ++run;
    const found: SurveyedRequest[] = [];
    for (let from = 0; from < wanted.length && mine === run; from += READ_AT_ONCE) {
      const chunk = wanted.slice(from, from + READ_AT_ONCE);
      const sources = new Map((await log.get(chunk)).map((source) => [source.id, source]));
      for (const id of chunk) {
        const source = sources.get(id);
        found.push((source && (await look(source, plan(source, order, 'survey'), order))) ?? toGone(id));
      }
      if (mine === run) read.value = Math.min(wanted.length, from + READ_AT_ONCE);
      await deps.pause();
    }
    if (mine === run) surveyed.value = found;
  };
  effect(() => {
    const [wanted, how] = [ids.value, choices.value];
    // Read so that another target or test mark is seen before anything is sent.
    void replaySettings.value;
    surveyed.value = null;
    read.value = 0;
    const order = {choices: how, settings: deps.settings.value.peek(), all: new Set(wanted)};
    readAll(wanted, order).catch(deps.onFailure);
  });

  /** The record to send, or why it can't be sent after all. */
  const prepare = async ({id, sourceId}: Item, order: Order): Promise<ReplayPlan> => {
    const [source] = await log.get([sourceId]);
    if (!source) return {ok: false, reason: 'It is no longer in the log.'};
    const made = plan(source, order, id);
    const looked = await look(source, made, order);
    if (!looked) return {ok: false, reason: 'It is no longer in the list.'};
    const [blocked] = toResendSurvey([looked], order.choices, isGranted).blocked;
    return blocked ? {ok: false, reason: blocked.reason} : made;
  };
  const send = async (item: Item, order: Order): Promise<SendResult> => {
    const made = await prepare(item, order).catch(
      (error: unknown): ReplayPlan => ({ok: false, reason: `It can’t be read: ${String(error)}`}),
    );
    if (!made.ok) return {kind: 'failed', error: made.reason};
    const result = await sender.send(made.record);
    const [record = made.record] = await log.get([item.id]);
    return toSequenceResult({record, trouble: result.ok ? null : result.reason});
  };
  const toItem = (sourceId: string): Item => {
    const id = newId();
    sourceOf.set(id, sourceId);
    return {id, sourceId};
  };
  const findUnconfirmed = ({origins}: ResendSurvey, confirmed: readonly Confirmation[]): Confirmation[] => {
    for (const yes of confirmed) if (yes.kind === 'production') drafts.confirmedOrigins.add(yes.origin);
    const {targets} = replaySettings.peek();
    return origins.flatMap(({origin, events}) =>
      askForProduction({url: origin, events, targets, confirmed: drafts.confirmedOrigins}),
    );
  };
  const isUnderWay = () => sequence.peek()?.progress.peek().isOver === false;
  const forget = () => {
    if (isUnderWay()) return;
    sequence.value = null;
    sourceOf.clear();
  };

  return {
    choices,
    survey,
    read,
    sequence,
    open: (wanted) => {
      const progress = sequence.peek()?.progress.peek();
      if (progress && progress.failed + progress.unknown === 0) forget();
      ids.value = wanted;
    },
    choose: (chosen) => {
      choices.value = {...choices.peek(), ...chosen};
    },
    start: (pace, confirmed = []) => {
      const planned = survey.peek();
      if (sequence.peek() || !planned || planned.sendable.length === 0) return {state: 'busy'};
      const confirmations = findUnconfirmed(planned, confirmed);
      if (confirmations.length > 0) return {state: 'ask', confirmations};
      // What is sent is what was shown, whatever is chosen or set meanwhile.
      const order = {choices: choices.peek(), settings: deps.settings.value.peek(), all: new Set<string>()};
      sequence.value = startReplaySequence({
        items: planned.sendable.map(toItem),
        send: (item) => send(item, order),
        pace,
        now,
        renew: ({sourceId}) => toItem(sourceId),
      });
      return {state: 'started'};
    },
    forget,
    sourceOf: (replayId) => sourceOf.get(replayId),
  };
}
