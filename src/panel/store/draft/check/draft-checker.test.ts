import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {openDraft, startEditing} from '../../../../domain/edit/draft';
import {inspectRequest, inspectText} from '../../../../domain/inspect-request';
import {buildCaptured} from '../../../../domain/replay/build-captured';
import {createDraftChecker, type DraftChecker} from './draft-checker';

const filler = ' '.repeat(40_000);
const toBody = (keys: string) => `[{"event_name": "invite_sent", ${keys}}${filler}]`;
const doubled = toBody('"n": 1, "n": 2');

let text = '';
let checker: DraftChecker;
const inspected = vi.fn(inspectText);

function start(body: string): void {
  text = body;
  checker = createDraftChecker({
    started: startEditing(openDraft(buildCaptured({body}))),
    read: () => text,
    toRequest: (draft) => buildCaptured({body: draft.text ?? ''}),
    inspect: inspectRequest,
    inspectText: inspected,
  });
}
function type(body: string): void {
  text = body;
  checker.touch();
}
const hasDouble = () => checker.checked.value.inspection.issues.some(({code}) => code === 'duplicate-key');

beforeEach(() => {
  vi.useFakeTimers();
  inspected.mockClear();
});
afterEach(() => {
  checker.close();
  vi.useRealTimers();
});

describe('keys that stand twice in a large draft', () => {
  it('are found when the keys were quiet for longer, beside what was found before', () => {
    start(doubled);
    const {issues} = checker.checked.value.inspection;
    expect(hasDouble()).toBe(false);
    vi.advanceTimersByTime(5000);
    expect(checker.checked.value.inspection.issues).toMatchObject([...issues, {code: 'duplicate-key'}]);
    expect(inspected).toHaveBeenCalledTimes(1);
  });

  it('are not looked for between keys, however long somebody types', () => {
    start(toBody('"n": 1'));
    for (let key = 0; key < 50; key++) {
      type(doubled);
      vi.advanceTimersByTime(100);
    }
    expect(inspected).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5000);
    expect(hasDouble()).toBe(true);
  });

  it('go with the check of the text that no longer has them', () => {
    start(doubled);
    vi.advanceTimersByTime(5000);
    type(toBody('"n": 1'));
    checker.flush();
    expect(hasDouble()).toBe(false);
    vi.advanceTimersByTime(5000);
    expect(hasDouble()).toBe(false);
  });

  it('are not looked for once the draft is closed', () => {
    start(doubled);
    checker.close();
    vi.advanceTimersByTime(5000);
    expect(inspected).not.toHaveBeenCalled();
  });
});
