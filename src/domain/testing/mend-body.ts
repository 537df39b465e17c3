import {readJsonText} from '../decode/read-json-text';
import type {FixContext, QuickFix} from '../edit/fixes/quick-fix';
import {applyFix, fixAllOfKind, proposeFixes} from '../edit/fixes/quick-fixes';
import {inspectRequest} from '../inspect-request';
import {buildCaptured} from '../replay/build-captured';
import type {Inspection} from '../verdict/inspection';
import type {Issue} from '../verdict/issue';

/** A body that was sent to that address, and the part that fixes must not change. */
export interface FaultyBody {
  url: string;
  text: string;
  untouched: string;
}

/** Sentences about what each fix does not fix or breaks; empty: nothing. `seen` gets the codes that were tried. */
export function findUnmended({url, text, untouched}: FaultyBody, seen: Set<string>): string[] {
  const before = inspect(url, text);
  const context = toContext(text, before);
  return before.issues.flatMap((issue) =>
    proposeFixes(issue, context).flatMap((fix) => {
      seen.add(fix.code);
      const fixed = applyFix(text, fix);
      const after = inspect(url, fixed);
      const faults = [
        ...(after.issues.some((one) => toKey(one) === toKey(issue)) ? [`${toKey(issue)} stays`] : []),
        ...findFreshErrors(before, after).map((key) => `${key} is new`),
        ...(fixed.split(untouched).length === text.split(untouched).length ? [] : ['more was changed']),
      ];
      return faults.map((fault) => tell(fault, fix, text, fixed));
    }),
  );
}

/** Sentences about the issues of each kind that remain after fixing all at once. */
export function findUnmendedKinds({url, text}: FaultyBody): string[] {
  const before = inspect(url, text);
  const context = toContext(text, before);
  const codes = [...new Set(before.issues.flatMap(({fixes}) => fixes))];
  return codes.flatMap((code) => {
    const fix = fixAllOfKind(before.issues, code, context);
    if (fix === null) return [];
    const fixed = applyFix(text, fix);
    const after = new Set(inspect(url, fixed).issues.map(toKey));
    return before.issues
      .filter((issue) => after.has(toKey(issue)))
      .filter((issue) => proposeFixes(issue, context).some((one) => one.code === code))
      .map((issue) => tell(`${toKey(issue)} stays`, fix, text, fixed));
  });
}

/** Text that could not be read hid its errors; they are not caused by the fix. */
function findFreshErrors(before: Inspection, after: Inspection): string[] {
  if (!before.decoded) return [];
  const toErrors = ({issues}: Inspection) => issues.filter(({severity}) => severity === 'error').map(toKey);
  const known = new Set(toErrors(before));
  return toErrors(after).filter((key) => !known.has(key));
}

function inspect(url: string, text: string): Inspection {
  const headers = [
    {name: 'x-api-key', value: null, secret: 'secret-1'},
    {name: 'authorization', value: null, secret: 'secret-2'},
  ];
  return inspectRequest(buildCaptured({url, body: text, headers}));
}

function toContext(text: string, {events}: Inspection): FixContext {
  const reading = readJsonText(text);
  return {
    text,
    value: reading.ok ? reading.value : undefined,
    events,
    now: '2026-04-30T07:08:47.079Z',
    newUuid: () => 'uuid-1',
    sessionGroups: ['acme', 'globex'],
  };
}

function toKey({code, event, pointer}: Issue): string {
  return `${code} ${event} ${pointer}`;
}

function tell(fault: string, fix: QuickFix, text: string, fixed: string): string {
  return `${fault} after “${fix.title}” (${fix.code}) in ${text}, which gave ${fixed}`;
}
