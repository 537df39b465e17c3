import {describe, expect, it} from 'vitest';
import {shiftTimestamps} from '../../../domain/edit/times/shift-timestamps';
import {inspectRequest} from '../../../domain/inspect-request';
import {createCodeDocument} from '../../view/editor/code/code-document';
import {buildSource, createDraftWorld} from './draft-fakes';
import {createDraftStore} from './draft-store';

const event = {user_id: 'u-1', properties: {big: 0, note: ''}, context: {group_id: 'g-1'}};
const batch = JSON.stringify([
  {...event, event_name: 'a_thing', timestamp: 1793527200000},
  {...event, event_name: 'b_thing', timestamp: 1793527300000},
  {...event, event_name: 'c_thing', timestamp: '2026-11-01T10:00:00Z'},
]).replaceAll('"big":0', '"big":12345678901234567890,"big":1e400');

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function open() {
  const world = createDraftWorld();
  world.inspect = (request) => inspectRequest(request);
  const store = createDraftStore(world);
  const session = store.open(buildSource(batch));
  await session.whenChecked();
  return {session, fixes: store.fixesOf(session)};
}

describe('the quick fixes of a draft', () => {
  it('are offered by rule, with a preview, for one and for all of a kind', async () => {
    const {fixes} = await open();
    const kind = fixes.kinds().find(({code}) => code === 'bad-timestamp');
    const best = kind?.fixes[0];
    if (!kind || !best) throw new Error('an epoch time has a fix');
    expect(best.preview).toEqual({
      before: '1793527200000',
      after: expect.stringContaining('2026-11-01T10:00:00'),
    });
    expect(fixes.forAll(kind, best)?.edits).toHaveLength(2);
  });

  it('change only what they name, and leave no issue of their kind', async () => {
    const {session, fixes} = await open();
    const kind = fixes.kinds().find(({code}) => code === 'bad-timestamp');
    const best = kind?.fixes[0];
    const all = kind && best && fixes.forAll(kind, best);
    if (!all) throw new Error('two epoch times have a fix in common');
    expect(fixes.apply(all)).toBe(true);
    const {text, inspection} = await session.whenChecked();
    expect(text).toBe(
      batch.replace(/1793527200000/, all.preview.after).replace(/1793527300000/, toIso(1793527300000, text)),
    );
    expect(inspection.issues.map(({code}) => code)).not.toContain('bad-timestamp');
  });

  it('of very many places are made in several tasks, and sent without waiting for them', async () => {
    const {session, fixes} = await open();
    const editor = createCodeDocument(session.document.read(), [], session.touch);
    session.attach(editor);
    const kind = fixes.kinds().find(({code}) => code === 'bad-timestamp');
    const best = kind?.fixes[0];
    const all = kind && best && fixes.forAll(kind, best);
    if (!all) throw new Error('two epoch times have a fix in common');
    const made: boolean[] = [];
    fixes.applySoon(all, (isMade) => made.push(isMade));
    expect(editor.state.doc.toString()).toContain('1793527200000');
    expect(session.stale.value).toBe(true);
    const plan = session.prepare();
    expect(plan.ok && plan.record.body.kind === 'bytes' && decode(plan.record.body.bytes)).not.toContain(
      '1793527200000',
    );
    expect(made).toEqual([true]);
    fixes.applySoon(all, (isMade) => made.push(isMade));
    expect(made).toEqual([true, false]);
    const {inspection} = await session.whenChecked();
    expect(inspection.issues.map(({code}) => code)).not.toContain('bad-timestamp');
  });

  it('are not made on a text that has changed since they were proposed', async () => {
    const {session, fixes} = await open();
    const [kind] = fixes.kinds();
    const best = kind?.fixes[0];
    if (!best) throw new Error('the batch has something to fix');
    session.document.change([{from: 0, to: 0, insert: ' '}]);
    session.touch();
    expect(fixes.apply(best)).toBe(false);
    expect(session.current.value.text).toBe(` ${batch}`);
  });

  it('are not made where others were proposed for the changed text meanwhile', async () => {
    const {session, fixes} = await open();
    const best = fixes.kinds()[0]?.fixes[0];
    if (!best) throw new Error('the batch has something to fix');
    session.document.change([{from: 0, to: 0, insert: ' '}]);
    session.touch();
    await session.whenChecked();
    expect(fixes.kinds()).not.toEqual([]);
    expect(fixes.apply(best)).toBe(false);
    expect(session.current.value.text).toBe(` ${batch}`);
  });

  it('of the batch as a whole shift times, remove what is empty, and mark a test', async () => {
    const {fixes} = await open();
    expect(fixes.forBatch().map(({title}) => title)).toEqual([
      'Shift all timestamps so that the latest is now',
      'Remove 3 empty properties',
      'Mark all events as a test',
    ]);
  });
});

describe('a change of somebody’s own making', () => {
  it('is made of the text as it is, and of no other', async () => {
    const {session, fixes} = await open();
    const fix = fixes.propose((context) => shiftTimestamps(context, 3_600_000));
    if (!fix) throw new Error('one of the times names an instant');
    expect(fixes.apply(fix)).toBe(true);
    expect(session.current.value.text).toBe(batch.replace('T10:00:00Z', 'T11:00:00Z'));
    expect(fixes.apply(fix)).toBe(false);
  });
});

/** The instant in the text, with or without a fraction. */
function toIso(milliseconds: number, text: string): string {
  const iso = new Date(milliseconds).toISOString();
  return JSON.stringify(text.includes(iso) ? iso : iso.replace('.000Z', 'Z'));
}
