import {describe, expect, it} from 'vitest';
import {buildArea, buildLocks} from '../build-area';
import {openSession} from '../open-session';
import {buildSecrets} from './build-secrets';
import {SecretQuotaError} from './secret-quota-error';
import {GRACE} from './session-secrets';

describe('the secrets of a session', () => {
  it('keeps each distinct value once, under the same reference in every context', async () => {
    const [area, locks] = [buildArea(), buildLocks()];
    const [one, two] = [buildSecrets({area, locks}), buildSecrets({area, locks})];
    const references = await Promise.all([one.keep('Bearer t'), one.keep('Bearer t'), two.keep('Bearer t')]);
    expect(new Set(references).size).toBe(1);
    expect([...area.stored]).toEqual([[references[0], {value: 'Bearer t', until: null}]]);
  });

  it('gives the values back to a background that was just started', async () => {
    const area = buildArea();
    const reference = await buildSecrets({area}).keep('Bearer t');
    const values = await buildSecrets({area}).values([reference, 'secret-gone']);
    expect([...values]).toEqual([[reference, 'Bearer t']]);
  });

  it('makes references that say nothing without the salt', async () => {
    const area = buildArea();
    const references = await Promise.all(['a', 'b'].map((salt) => buildSecrets({area, salt}).keep('x')));
    expect(new Set(references).size).toBe(2);
    expect(references[0]).toMatch(/^secret-[0-9a-f]{32}$/);
  });

  it('says clearly that there is no more room, and tries again the next time', async () => {
    const secrets = buildSecrets({area: buildArea(120)});
    await expect(secrets.keep('x'.repeat(200))).rejects.toThrow(SecretQuotaError);
    await expect(secrets.keep('x'.repeat(200))).rejects.toThrow(/cannot be replayed.*Clear the log/);
    await expect(secrets.keep('short')).resolves.toMatch(/^secret-/);
  });
});

describe('a sweep', () => {
  function open(room?: number) {
    const clock = {now: 0};
    const used = new Set<string>();
    const area = buildArea(room);
    const parts = {area, locks: buildLocks(), now: () => clock.now, inUse: async () => new Set(used)};
    return {clock, used, area, parts, secrets: buildSecrets(parts)};
  }
  const only = (all: ReadonlyMap<string, string>) => [...all.values()][0] ?? '';

  it.each([
    {
      what: 'a captured one that nothing refers to',
      by: 'capture',
      isUsed: false,
      age: GRACE + 1,
      stays: false,
    },
    {what: 'one whose record is not there yet', by: 'capture', isUsed: false, age: GRACE / 2, stays: true},
    {what: 'one of a record', by: 'capture', isUsed: true, age: 10 * GRACE, stays: true},
    {what: 'one that the user gave', by: 'user', isUsed: false, age: 10 * GRACE, stays: true},
    {what: 'one that was given and captured', by: 'both', isUsed: false, age: 10 * GRACE, stays: true},
  ])('decides on $what', async ({by, isUsed, age, stays}) => {
    const {clock, used, area, secrets} = open();
    if (by !== 'capture') await secrets.keep('v');
    const reference = by === 'user' ? await secrets.keep('v') : only(await secrets.keepAll(['v']));
    if (isUsed) used.add(reference);
    clock.now = age;
    await secrets.sweep();
    expect(area.stored.has(reference)).toBe(stays);
  });

  it('holds on to one that was captured first and given later', async () => {
    const {clock, secrets} = open();
    await secrets.keepAll(['v']);
    const reference = await secrets.keep('v');
    clock.now = 10 * GRACE;
    await secrets.sweep();
    expect((await secrets.values([reference])).get(reference)).toBe('v');
  });

  it('leaves everything else of the area alone', async () => {
    const {clock, area, secrets} = open();
    await area.set({session: {id: 'i', salt: 's'}, 'target-credentials': {}});
    clock.now = 10 * GRACE;
    await secrets.sweep();
    expect([...area.stored.keys()]).toEqual(['session', 'target-credentials']);
  });

  it('removes nothing where the log cannot be read', async () => {
    const {clock, area, parts} = open();
    const inUse = () => Promise.reject(new Error('No database.'));
    const secrets = buildSecrets({...parts, inUse});
    const reference = only(await secrets.keepAll(['v']));
    clock.now = 10 * GRACE;
    await expect(secrets.sweep()).rejects.toThrow('No database.');
    expect(area.stored.has(reference)).toBe(true);
  });

  it('never takes a value between its keeping and its record, whichever context sweeps when', async () => {
    for (const step of [GRACE / 4, GRACE / 2 - 1, GRACE / 2, GRACE - 1, GRACE, GRACE + 1, 3 * GRACE]) {
      const {clock, area, parts, secrets} = open();
      const other = buildSecrets(parts);
      for (let round = 0; round < 12; round += 1) {
        const reference = only(await secrets.keepAll(['the same each time']));
        // Its record is written almost half of the grace period later.
        clock.now += GRACE / 2 - 1;
        await other.sweep();
        expect(area.stored.has(reference), `${step} ms apart, round ${round}`).toBe(true);
        clock.now += step;
        await other.sweep();
      }
    }
  });

  it('takes no value that is kept anew while the log is read', async () => {
    const {clock, area, parts, secrets} = open();
    await secrets.keepAll(['v']);
    clock.now = 10 * GRACE;
    const other = buildSecrets({
      ...parts,
      async inUse() {
        await secrets.keepAll(['v']);
        clock.now += GRACE + 1;
        return new Set();
      },
    });
    await other.sweep();
    expect(area.stored.size).toBe(1);
  });

  it('makes room once where a write finds none, and not again for each that follows', async () => {
    const {clock, parts, used} = open(600);
    let reads = 0;
    const secrets = buildSecrets({
      ...parts,
      async inUse() {
        reads += 1;
        return used;
      },
    });
    await secrets.keepAll(['x'.repeat(400)]);
    clock.now = GRACE + 1;
    await expect(secrets.keepAll(['y'.repeat(400)])).resolves.toHaveProperty('size', 1);
    for (const letter of ['a', 'b', 'c']) {
      await expect(secrets.keepAll([letter.repeat(400)])).rejects.toThrow(SecretQuotaError);
    }
    expect(reads).toBe(1);
  });
});

describe('the session', () => {
  const locks = {request: <T>(_: string, task: () => Promise<T>) => task()};

  it('is the same for all that ask later, and new where what is stored is broken', async () => {
    const area = buildArea();
    const session = await openSession(area, locks);
    expect(await openSession(area, locks)).toEqual(session);
    area.stored.set('session', {id: 7});
    expect((await openSession(area, locks)).id).not.toBe(session.id);
  });
});
