import {toOrigin} from '../../../domain/parse-url';
import {isLocalOrigin} from '../../../domain/replay/is-local-origin';
import type {Settings} from '../../../domain/settings';
import type {Issue} from '../../../domain/verdict/issue';
import type {DraftInspection} from '../judge/draft-question';

/** A fact that the user has to confirm before a draft is sent. */
export type Confirmation =
  | {kind: 'invalid-json'; issue: Issue}
  /** `name`: of the target; null: no target has this origin, so it may be production. */
  | {kind: 'production'; origin: string; name: string | null; events: number | null};

/** The questions to ask before this is sent to `url`, in this order. */
export function toConfirmations(input: {
  inspection: DraftInspection;
  /** How many events would be sent. */
  events: number;
  url: string;
  targets: Settings['replay']['targets'];
  /** The confirmations of this session; see `toConfirmedKey`. */
  confirmed: ReadonlySet<string>;
}): Confirmation[] {
  const {inspection, url, targets, confirmed} = input;
  const asked: Confirmation[] = [];
  const broken = inspection.issues.find(
    (issue) => issue.position !== undefined && issue.severity === 'error',
  );
  if (!inspection.decoded && broken) asked.push({kind: 'invalid-json', issue: broken});
  const events = inspection.decoded ? input.events : null;
  return [...asked, ...askForProduction({url, events, targets, confirmed})];
}

/**
 * Asks if `url` belongs to a production target, or to no target and not to this computer or its network, and the user
 * has not confirmed it in this session; `events`: how many would be sent there.
 */
export function askForProduction(input: {
  url: string;
  events: number | null;
  targets: Settings['replay']['targets'];
  confirmed: ReadonlySet<string>;
}): Confirmation[] {
  const {url, events, targets, confirmed} = input;
  const origin = toOrigin(url);
  if (origin === null) return [];
  const known = targets.filter(({baseUrl}) => toOrigin(baseUrl) === origin);
  const {name = null} = known.find((target) => target.production) ?? {};
  if (name === null && (known.length > 0 || isLocalOrigin(origin))) return [];
  const question: Confirmation = {kind: 'production', origin, name, events};
  return confirmed.has(toConfirmedKey(question)) ? [] : [question];
}

/**
 * The key of a confirmation that is remembered: an origin that was confirmed before it was marked as production is
 * asked about again.
 */
export function toConfirmedKey(question: Confirmation): string {
  return question.kind === 'production' ? `${question.origin} ${question.name ?? ''}` : question.kind;
}
