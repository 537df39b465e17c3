import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {type Draft, openDraft, startEditing} from '../../../../domain/edit/draft';
import {inspectRequest, inspectText} from '../../../../domain/inspect-request';
import {buildCaptured} from '../../../../domain/replay/build-captured';
import type {DraftInspection} from '../../judge/draft-question';
import {createDraftChecker, type DraftChecker} from './draft-checker';

const filler = ' '.repeat(40_000);
const toBody = (keys: string) => `[{"event_name": "invite_sent", ${keys}}${filler}]`;
const doubled = toBody('"n": 1, "n": 2');

let text = '';
let checker: DraftChecker;
const toRequest = (draft: Draft) => buildCaptured({body: draft.text ?? ''});
const check = vi.fn(
  async (draft: Draft): Promise<DraftInspection | null> => inspectRequest(toRequest(draft)),
);
const checkText = vi.fn(async (draft: Draft) => {
  const request = toRequest(draft);
  return inspectText(request, inspectRequest(request));
});

function start(body: string): void {
  text = body;
  checker = createDraftChecker({
    started: startEditing(openDraft(buildCaptured({body}))),
    read: () => text,
    check,
    checkText,
  });
}
function type(body: string): void {
  text = body;
  checker.touch();
}
const codes = () => checker.checked.value.inspection.issues.map(({code}) => code);
const hasDouble = () => codes().includes('duplicate-key');
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  check.mockClear();
  checkText.mockClear();
});
afterEach(() => {
  checker.close();
  vi.useRealTimers();
});

describe('a draft that is checked elsewhere', () => {
  it('has no verdict until the first answer, and then that of its text', async () => {
    start('[{"event_name": 1}]');
    expect(checker.stale.value).toBe(true);
    expect(codes()).toEqual([]);
    const {inspection} = await checker.whenChecked();
    expect(checker.stale.value).toBe(false);
    expect(inspection.issues.length).toBeGreaterThan(0);
  });

  it('says what would be sent at once, and what was found when the answer is there', async () => {
    start('[]');
    await checker.whenChecked();
    type('[{"n": 1');
    expect(checker.flush().text).toBe('[{"n": 1');
    expect(checker.current.value.text).toBe('[{"n": 1');
    expect(checker.checked.value.text).toBe('[]');
    await checker.whenChecked();
    expect(checker.checked.value.text).toBe('[{"n": 1');
    expect(codes()).toContain('invalid-json');
  });

  it('takes no answer about a text that has changed meanwhile', async () => {
    start('[]');
    await checker.whenChecked();
    let answer: (found: DraftInspection) => void = () => undefined;
    check.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    type('[{');
    checker.flush();
    type('[{}]');
    answer(inspectRequest(buildCaptured({body: '[{'})));
    await wait(0);
    expect(checker.stale.value).toBe(true);
    expect(checker.checked.value.text).toBe('[]');
    await wait(5000);
    expect(checker.stale.value).toBe(false);
    expect(checker.checked.value.text).toBe('[{}]');
  });

  it('waits for the check of the text that is typed while one waits', async () => {
    start('[]');
    const waiting = checker.whenChecked();
    type('[{}]');
    expect((await waiting).text).toBe('[{}]');
  });

  it('says why it could not be checked, and is checked again with the next key', async () => {
    start('[]');
    await checker.whenChecked();
    check.mockRejectedValueOnce(new Error('Checking took too long and was stopped.'));
    type('[{}]');
    await checker.whenChecked();
    expect(checker.failure.value).toBe('Checking took too long and was stopped.');
    expect(checker.stale.value).toBe(true);
    type('[{} ]');
    await checker.whenChecked();
    expect(checker.failure.value).toBeNull();
    expect(checker.stale.value).toBe(false);
  });
});

describe('keys that stand twice in a large draft', () => {
  it('are found when the keys were quiet for longer, beside what was found before', async () => {
    start(doubled);
    await checker.whenChecked();
    const {issues} = checker.checked.value.inspection;
    expect(hasDouble()).toBe(false);
    await wait(5000);
    expect(checker.checked.value.inspection.issues).toMatchObject([...issues, {code: 'duplicate-key'}]);
    expect(checkText).toHaveBeenCalledTimes(1);
  });

  it('are not looked for between keys, however long somebody types', async () => {
    start(toBody('"n": 1'));
    for (let key = 0; key < 50; key++) {
      type(doubled);
      await wait(100);
    }
    expect(checkText).not.toHaveBeenCalled();
    await wait(5000);
    expect(hasDouble()).toBe(true);
  });

  it('go with the check of the text that no longer has them', async () => {
    start(doubled);
    await wait(5000);
    type(toBody('"n": 1'));
    await checker.whenChecked();
    expect(hasDouble()).toBe(false);
    await wait(5000);
    expect(hasDouble()).toBe(false);
  });

  it('are not looked for once the draft is closed', async () => {
    start(doubled);
    await checker.whenChecked();
    checker.close();
    await wait(5000);
    expect(checkText).not.toHaveBeenCalled();
  });
});
