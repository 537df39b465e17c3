import {describe, expect, it} from 'vitest';
import {buildArea} from '../build-area';
import {openSession} from '../open-session';
import {openSessionSecrets, SecretQuotaError} from './session-secrets';

describe('the secrets of a session', () => {
  it('keeps each distinct value once, under the same reference in every context', async () => {
    const area = buildArea();
    const [one, two] = [openSessionSecrets({area, salt: 's'}), openSessionSecrets({area, salt: 's'})];
    const references = await Promise.all([one.keep('Bearer t'), one.keep('Bearer t'), two.keep('Bearer t')]);
    expect(new Set(references).size).toBe(1);
    expect([...area.stored]).toEqual([[references[0], 'Bearer t']]);
  });

  it('gives the values back to a background that was just started', async () => {
    const area = buildArea();
    const reference = await openSessionSecrets({area, salt: 's'}).keep('Bearer t');
    const values = await openSessionSecrets({area, salt: 's'}).values([reference, 'secret-gone']);
    expect([...values]).toEqual([[reference, 'Bearer t']]);
  });

  it('makes references that say nothing without the salt', async () => {
    const area = buildArea();
    const references = await Promise.all(
      ['a', 'b'].map((salt) => openSessionSecrets({area, salt}).keep('x')),
    );
    expect(new Set(references).size).toBe(2);
    expect(references[0]).toMatch(/^secret-[0-9a-f]{32}$/);
  });

  it('says clearly that there is no more room, and tries again the next time', async () => {
    const area = buildArea(100);
    const secrets = openSessionSecrets({area, salt: 's'});
    await expect(secrets.keep('x'.repeat(200))).rejects.toThrow(SecretQuotaError);
    await expect(secrets.keep('x'.repeat(200))).rejects.toThrow(/can’t be replayed/);
    await expect(secrets.keep('short')).resolves.toMatch(/^secret-/);
  });
});

describe('the session', () => {
  const locks = {request: <T>(_: string, task: () => Promise<T>) => task()};

  it('is the same for whoever comes later, and new where what is stored is broken', async () => {
    const area = buildArea();
    const session = await openSession(area, locks);
    expect(await openSession(area, locks)).toEqual(session);
    area.stored.set('session', {id: 7});
    expect((await openSession(area, locks)).id).not.toBe(session.id);
  });
});
