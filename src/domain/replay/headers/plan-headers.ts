import type {CapturedHeader, CapturedRequest} from '../../capture/captured-request';
import {toOrigin} from '../../parse-url';
import type {TestMark} from '../marking/test-mark';
import {decideHeader, type SendSituation, whyCredentialStays} from './decide-header';
import type {HeaderDecision} from './header-decision';
import {decideEdit, type HeaderEdit} from './header-edit';

export interface HeaderChoices {
  headers?: readonly HeaderEdit[];
  mark?: TestMark | null;
}

/** The decision for every header of the original in order, then for added ones. */
export function planHeaders(
  source: CapturedRequest | null,
  situation: SendSituation,
  {headers: edits = [], mark = null}: HeaderChoices,
): HeaderDecision[] {
  const originals = source === null || source.headers.state === 'unknown' ? [] : source.headers.list;
  const replaced = new Set<string>();
  const decisions = originals.map((header): HeaderDecision => {
    const {name} = header;
    if (replaced.has(name.toLowerCase())) {
      return {
        name,
        outcome: 'left-out',
        reason: 'Sent once, with the new value.',
        before: header,
        sent: null,
      };
    }
    const decision = decideChosen(header, edits, mark, situation);
    if (decision?.sent) replaced.add(name.toLowerCase());
    return decision ?? decideHeader(header, situation);
  });
  const given = mark === null ? originals : [...originals, mark];
  const additions = edits.filter(
    (edit) => !('remove' in edit) && !given.some((header) => isSame(edit, header)),
  );
  decisions.push(...additions.map((edit) => decideOwn(edit, null, situation)));
  if (mark !== null && !originals.some((header) => isSame(mark, header))) {
    const edit = edits.find((candidate) => isSame(candidate, mark));
    decisions.push(edit === undefined ? toMark(mark, null) : decideOwn(edit, mark, situation));
  }
  const names = new Set(decisions.map((decision) => decision.name.toLowerCase()));
  const added = [...addOrigin(source, situation, names), ...addContentType(situation, names)];
  return [...decisions, ...added.map((decision) => edited(decision, edits, situation))];
}

/** The decision about a header that the user or the target replaces; null if neither does. */
function decideChosen(
  header: CapturedHeader,
  edits: readonly HeaderEdit[],
  mark: TestMark | null,
  situation: SendSituation,
): HeaderDecision | null {
  const edit = edits.find((candidate) => isSame(candidate, header));
  if (edit !== undefined) return decideOwn(edit, header, situation);
  return mark !== null && isSame(mark, header) ? toMark(mark, header) : null;
}

/** The user's decision about a header that we add: it need not be sent, like any other. */
function edited(
  decision: HeaderDecision,
  edits: readonly HeaderEdit[],
  situation: SendSituation,
): HeaderDecision {
  const edit = decision.sent === null ? undefined : edits.find((candidate) => isSame(candidate, decision));
  return edit === undefined ? decision : decideOwn(edit, decision.sent, situation);
}

/** The user's decision about a header; whether a pasted credential is sent depends on the address, as for a captured one. */
function decideOwn(
  edit: HeaderEdit,
  before: CapturedHeader | null,
  situation: SendSituation,
): HeaderDecision {
  const stays = 'secret' in edit && edit.isPasted ? whyCredentialStays(situation) : null;
  if (stays === null) return decideEdit(edit, before, situation.way);
  return {name: edit.name, outcome: 'left-out', reason: stays, before, sent: null};
}

function toMark(mark: TestMark, before: CapturedHeader | null): HeaderDecision {
  const reason = 'The test header of this target, from the settings.';
  return {name: before?.name ?? mark.name, outcome: before ? 'changed' : 'added', reason, before, sent: mark};
}

function isSame(edit: {name: string}, header: {name: string}): boolean {
  return edit.name.toLowerCase() === header.name.toLowerCase();
}

/** Browsers add an Origin to every POST; if it was not captured, it is derived from the initiator of the request. */
function addOrigin(
  source: CapturedRequest | null,
  {way, method}: SendSituation,
  names: ReadonlySet<string>,
): HeaderDecision[] {
  if (way === 'page' || names.has('origin') || /^(get|head)$/i.test(method)) return [];
  const initiator = source?.origin.initiator ?? source?.origin.documentUrl ?? source?.origin.pageUrl ?? null;
  const origin = toOrigin(initiator);
  const before = null;
  if (origin === null || origin === 'null') {
    const reason = 'The extension’s own origin. The origin of the original was not captured.';
    return [{name: 'Origin', outcome: 'set-by-browser', reason, before, sent: null}];
  }
  const reason = 'The origin of the original request, set by a browser rule for this send only.';
  return [{name: 'Origin', outcome: 'added', reason, before, sent: {name: 'Origin', value: origin}}];
}

function addContentType({body}: SendSituation, names: ReadonlySet<string>): HeaderDecision[] {
  if (body.contentType === null || names.has('content-type')) return [];
  const sent = {name: 'Content-Type', value: body.contentType};
  return [{name: 'Content-Type', outcome: 'added', reason: 'The form is encoded again.', before: null, sent}];
}
