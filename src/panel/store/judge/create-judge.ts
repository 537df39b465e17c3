import {toErrorMessage} from '../../../domain/to-error-message';
import type {CoverageQuery} from '../coverage/coverage-messages';
import {createAnswers} from './create-answers';
import {createJudgeParts, type JudgeDependencies, type JudgeParts} from './create-judge-parts';
import type {StartOptions, ToJudge} from './judge-messages';

/** Reads the log of one tab, checks each record and all of them together, and sends the list's data to the panel. */
export interface Judge {
  receive(message: ToJudge): void;
  dispose(): void;
}

export function createJudge(deps: JudgeDependencies): Judge {
  const parts = createJudgeParts(deps);
  const {work, checker, list, filter, coverage} = parts;
  let started = Promise.resolve();
  // The error is reported by the code that started it.
  const answer = createAnswers(deps, parts, () => started.catch(() => undefined));
  const stopPlans = deps.planSource.plans.subscribe(() => work.run(readPlans(parts)));
  /** The latest messages of the panel: those that arrive while the log is read replace those from the start. */
  let wanted: Wanted = {filter: null, coverage: null};

  return {
    receive(message) {
      switch (message.type) {
        case 'start':
          wanted = message;
          started = start(deps, parts, message, () => wanted);
          return work.run(started);
        case 'committed':
          return list.reread(message.ids, message.canWait);
        case 'removed':
          return list.remove(message.ids);
        case 'page':
          return list.addPage(message.url);
        case 'settings':
          checker.changeSettings(message.settings);
          return list.rereadAll();
        case 'coverage':
          wanted = {...wanted, coverage: message.query};
          return work.run(cover(parts, message.query));
        case 'filter':
          wanted = {...wanted, filter: message.filter};
          return work.run(filter.follow(message.filter));
        case 'ask':
          return work.run(answer(message.number, message.question));
        case 'ping':
          return deps.send({type: 'pong', number: message.number, idle: work.isIdle() && list.isIdle()});
      }
    },
    dispose() {
      stopPlans();
      for (const part of [work, coverage, list]) part.dispose();
    },
  };
}

type Wanted = Pick<StartOptions, 'filter' | 'coverage'>;

async function start(
  {send}: Pick<JudgeDependencies, 'send'>,
  parts: JudgeParts,
  options: StartOptions,
  wanted: () => Wanted,
): Promise<void> {
  const {checker, plans, list, filter} = parts;
  checker.start(options);
  plans.start(options.planParts, options.isCareful);
  list.start(options.tabId, options.pages);
  await readPlans(parts);
  await list.load(options.tabId);
  send({type: 'loaded'});
  await filter.follow(wanted().filter);
  await cover(parts, wanted().coverage);
}

/** If a plan has changed, everything is checked again. */
async function readPlans({plans, coverage, list, work}: JudgeParts): Promise<void> {
  try {
    if (!(await plans.load())) return;
    coverage.plansChanged();
    list.rereadAll();
  } catch (error) {
    work.fail(`Tracking plans cannot be read: ${toErrorMessage(error)}`);
  }
}

async function cover({coverage, list, setUnderWay}: JudgeParts, query: CoverageQuery | null): Promise<void> {
  await coverage.want(query);
  if (query !== null && list.isIdle()) setUnderWay({id: null});
}
