import type {CapturedHeader, CapturedRequest} from '../../capture/captured-request';
import type {TestMark} from '../marking/test-mark';
import {decideHeader, type SendSituation} from './decide-header';
import {decideEdit, type HeaderEdit} from './header-edit';
import type {HeaderFate} from './header-fate';

export interface HeaderChoices {
  headers?: readonly HeaderEdit[];
  mark?: TestMark | null;
}

/** The fate of every header of the original in its order, then of those that are added. */
export function accountForHeaders(
  source: CapturedRequest | null,
  situation: SendSituation,
  {headers: edits = [], mark = null}: HeaderChoices,
): HeaderFate[] {
  const originals = source === null || source.headers.state === 'unknown' ? [] : source.headers.list;
  const fates = originals.map((header) => {
    const edit = edits.find((candidate) => isSame(candidate, header));
    if (edit !== undefined) return decideEdit(edit, header, situation.way);
    return mark !== null && isSame(mark, header) ? toMark(mark, header) : decideHeader(header, situation);
  });
  const given = mark === null ? originals : [...originals, mark];
  const additions = edits.filter(
    (edit) => !('remove' in edit) && !given.some((header) => isSame(edit, header)),
  );
  fates.push(...additions.map((edit) => decideEdit(edit, null, situation.way)));
  if (mark !== null && !originals.some((header) => isSame(mark, header))) {
    const edit = edits.find((candidate) => isSame(candidate, mark));
    fates.push(edit === undefined ? toMark(mark, null) : decideEdit(edit, mark, situation.way));
  }
  const names = new Set(fates.map((fate) => fate.name.toLowerCase()));
  const added = [...addOrigin(source, situation, names), ...addContentType(situation, names)];
  return [...fates, ...added.map((fate) => edited(fate, edits, situation))];
}

/** The user's decision about a header that we add: it can be left out as any other. */
function edited(fate: HeaderFate, edits: readonly HeaderEdit[], {way}: SendSituation): HeaderFate {
  const edit = fate.sent === null ? undefined : edits.find((candidate) => isSame(candidate, fate));
  return edit === undefined ? fate : decideEdit(edit, fate.sent, way);
}

function toMark(mark: TestMark, before: CapturedHeader | null): HeaderFate {
  const reason = 'The test header of this target, from the settings.';
  return {name: before?.name ?? mark.name, fate: before ? 'changed' : 'added', reason, before, sent: mark};
}

function isSame(edit: {name: string}, header: {name: string}): boolean {
  return edit.name.toLowerCase() === header.name.toLowerCase();
}

/** Browsers put an Origin on every POST; where the observer did not see it, it follows from who started the request. */
function addOrigin(
  source: CapturedRequest | null,
  {way, method}: SendSituation,
  names: ReadonlySet<string>,
): HeaderFate[] {
  if (way === 'page' || names.has('origin') || /^(get|head)$/i.test(method)) return [];
  const initiator = source?.origin.initiator ?? source?.origin.documentUrl ?? source?.origin.pageUrl ?? null;
  const origin = initiator !== null && URL.canParse(initiator) ? new URL(initiator).origin : null;
  const before = null;
  if (origin === null || origin === 'null') {
    const reason = 'The extension’s own origin. The origin of the original was not captured.';
    return [{name: 'Origin', fate: 'set-by-browser', reason, before, sent: null}];
  }
  const reason = 'The origin of the original request, set by a browser rule for this send only.';
  return [{name: 'Origin', fate: 'added', reason, before, sent: {name: 'Origin', value: origin}}];
}

function addContentType({body}: SendSituation, names: ReadonlySet<string>): HeaderFate[] {
  if (body.contentType === null || names.has('content-type')) return [];
  const sent = {name: 'Content-Type', value: body.contentType};
  return [{name: 'Content-Type', fate: 'added', reason: 'The form is encoded again.', before: null, sent}];
}
