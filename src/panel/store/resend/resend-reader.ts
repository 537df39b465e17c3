import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {TargetCredential} from '../../../domain/replay/headers/target-credential';
import type {ReplayPlan} from '../../../domain/replay/plan-replay';
import {secretsOf} from '../../../domain/replay/to-fetch-parts';
import type {Settings} from '../../../domain/settings';
import type {DraftDependencies} from '../draft/draft-dependencies';
import {planResend, type ResendChoices} from './plan-resend';
import {type SurveyedRequest, toResendSurvey} from './resend-survey';
import {type ListedRequest, surveyRequest} from './survey-request';

/** The options that the user chose. */
export interface ResendOrder {
  choices: ResendChoices;
  settings: Settings;
  /** Credentials that the user gave for the target; sent if that is selected. */
  targetCredentials: readonly TargetCredential[];
  /** The captured requests to send. */
  all: ReadonlySet<string>;
}

/** A request that waits for its turn: its bytes are only read from the log then. */
export interface ResendItem {
  id: string;
  sourceId: string;
}

/** Reads captured requests from the log, and reports how each would be resent. */
export interface ResendReader {
  /** All of them, in order; null as soon as `isWanted` is false. `onRead`: the number read so far. */
  survey(
    ids: readonly string[],
    order: ResendOrder,
    how: {isWanted(): boolean; onRead(count: number): void},
  ): Promise<readonly SurveyedRequest[] | null>;
  /** The record to send, or the reason why it can't be sent. */
  prepare(item: ResendItem, order: ResendOrder): Promise<ReplayPlan>;
}

export interface ResendReaderDependencies extends Pick<DraftDependencies, 'secrets' | 'now' | 'newId'> {
  log: Pick<DraftDependencies['log'], 'get'>;
  /** Whether the extension may send to a URL; null: unknown. */
  isGranted(url: string): boolean | null;
  /** The list's data of a request; undefined: it is gone. `all`: the requests to resend. */
  look(id: string, all: ReadonlySet<string>): ListedRequest | undefined;
  /** Resolves after the browser had time to paint and to handle input. */
  pause(): Promise<void>;
}

/** The number that is read from the log at a time: some have bodies of megabytes. */
const READ_AT_ONCE = 20;

export function createResendReader(deps: ResendReaderDependencies): ResendReader {
  const {log, secrets, now, newId, isGranted} = deps;
  const plan = (
    source: CapturedRequest,
    {choices, settings, targetCredentials}: ResendOrder,
    id: string,
  ): ReplayPlan =>
    planResend(source, choices, {
      id,
      marker: newId(),
      startedAt: now(),
      settings,
      targetCredentials,
      isPermitted: isGranted,
    });
  const look = async (
    source: CapturedRequest,
    made: ReplayPlan,
    {choices, all}: ResendOrder,
  ): Promise<SurveyedRequest | null> => {
    const listed = deps.look(source.id, all);
    if (!listed) return null;
    const known = made.ok ? await secrets.values(secretsOf(made.record)) : new Map<string, string>();
    return surveyRequest({source, listed, plan: made, choices, known});
  };

  return {
    async survey(ids, order, {isWanted, onRead}) {
      const found: SurveyedRequest[] = [];
      for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
        const chunk = ids.slice(from, from + READ_AT_ONCE);
        const sources = new Map((await log.get(chunk)).map((source) => [source.id, source]));
        for (const id of chunk) {
          const source = sources.get(id);
          found.push((source && (await look(source, plan(source, order, 'survey'), order))) ?? toGone(id));
        }
        if (!isWanted()) return null;
        onRead(found.length);
        await deps.pause();
      }
      return isWanted() ? found : null;
    },
    async prepare({id, sourceId}, order) {
      const [source] = await log.get([sourceId]);
      if (!source) return {ok: false, reason: 'It is no longer in the log.'};
      const made = plan(source, order, id);
      const looked = await look(source, made, order);
      if (!looked) return {ok: false, reason: 'It is no longer in the list.'};
      const [blocked] = toResendSurvey([looked], order.choices, isGranted).blocked;
      return blocked ? {ok: false, reason: blocked.reason} : made;
    },
  };
}

/** It was cleared, or dropped because of the limits. */
function toGone(id: string): SurveyedRequest {
  return {id, events: 0, url: null, reason: 'It is no longer in the log.', notes: [], hasPage: true};
}
