import {batch, effect, type ReadonlySignal, signal} from '@preact/signals';
import type {Settings} from '../../../domain/settings';
import {type CoverageLink, createCoverageLink} from '../coverage/create-coverage-link';
import type {Notices} from '../create-notices';
import {createDetailCache, type DetailCache, type InspectedRequest} from '../detail/create-detail-cache';
import {createFilter, type Filter} from '../filter/create-filter';
import type {PlanState} from '../judge/judge-messages';
import type {PanelDependencies} from '../panel-dependencies';
import {createEntryMirror, type EntryMirror} from './create-entry-mirror';
import {gatherByFrame} from './gather-by-frame';
import type {Hang} from './hang-history';
import {createJudgeClient, type JudgeClient} from './judge-client';

/** The log with the judge's results, in signals. */
export interface CheckedLog extends Pick<JudgeClient, 'tell' | 'ask'> {
  readonly list: EntryMirror;
  readonly filter: Filter;
  readonly coverage: CoverageLink;
  /** The tracking plans that are turned on, in the order in which they were first imported. */
  readonly plans: ReadonlySignal<readonly PlanState[]>;
  readonly cache: DetailCache;
  /** The record with its verdict, from memory or from the log; null if it is gone. */
  read(id: string): Promise<InspectedRequest | null>;
  /** Reads the log and follows changes of page and settings. */
  start(): void;
  dispose(): void;
}

/** Memory for the bodies and parsed events that were viewed last. */
const CACHE_BYTES = 96_000_000;

export function createCheckedLog(
  dependencies: PanelDependencies,
  notices: Pick<Notices, 'tell' | 'fail'>,
): CheckedLog {
  const {startJudge, nextFrame, tabId, settings} = dependencies;
  const cache = createDetailCache(CACHE_BYTES);
  const plans = signal<readonly PlanState[]>([]);
  const list = createEntryMirror(cache.drop);
  const filter = createFilter((query) => judge.tell({type: 'filter', filter: query}));
  const judge = createJudgeClient({
    startJudge,
    onList: gatherByFrame(nextFrame, (messages) =>
      batch(() => {
        for (const message of messages) {
          filter.receive(message);
          list.receive(message);
        }
      }),
    ),
    onFailure: notices.fail,
    onCoverage: (news) => coverage.receive(news),
    onHang: (hang) => notices.tell(describeHang(hang, list, plans.peek())),
    onPlans: (states) => {
      plans.value = states;
    },
  });
  const coverage = createCoverageLink(judge);
  const stops = [judge.dispose];

  return {
    list,
    filter,
    coverage,
    plans,
    cache,
    tell: judge.tell,
    ask: judge.ask,
    async read(id) {
      const cached = cache.get(id);
      if (cached) return cached;
      const answer = await judge.ask({kind: 'read', id});
      if (answer) cache.put(answer);
      return answer;
    },
    start() {
      judge.start({tabId, settings: settings.value.peek()});
      stops.push(
        followRules(settings, (changed) => {
          cache.clear();
          judge.tell({type: 'settings', settings: changed});
        }),
        followPage(dependencies, (url) => judge.tell({type: 'page', url})),
      );
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}

/** Changed rules change verdicts: everything is checked again. */
function followRules(
  settings: PanelDependencies['settings'],
  onChange: (settings: Settings) => void,
): () => void {
  let checkedBy: string | null = null;
  return effect(() => {
    const before = checkedBy;
    const {rules, endpoints} = settings.value.value;
    checkedBy = JSON.stringify([rules, endpoints]);
    if (before !== null && before !== checkedBy) onChange(settings.value.peek());
  });
}

function followPage({pageUrl}: PanelDependencies, onPage: (url: string) => void): () => void {
  return effect(() => {
    if (pageUrl.value !== null) onPage(pageUrl.value);
  });
}

function describeHang(
  {id, part, isSetAside}: Hang,
  list: Pick<EntryMirror, 'get'>,
  plans: readonly PlanState[],
): string {
  if (part !== null) {
    const title = plans.find((plan) => plan.id === part.plan)?.title ?? part.plan;
    const what =
      part.rule === null ? `Reading the tracking plan “${title}”` : `The rule “${part.rule}” of “${title}”`;
    return `${what} took too long and was set aside. Everything else is checked.`;
  }
  const entry = id === null ? undefined : list.get(id);
  const what = entry ? `Checking the request to ${entry.head.url}` : 'Checking';
  const stopped = `${what} took too long, so checking was restarted.`;
  return isSetAside ? `${stopped} That request was not checked.` : stopped;
}
