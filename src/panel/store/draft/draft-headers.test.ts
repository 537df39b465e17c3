import {describe, expect, it, vi} from 'vitest';
import {buildAnswer, buildSource, createDraftWorld} from './draft-fakes';
import {createDraftStore} from './draft-store';

function open() {
  const world = createDraftWorld();
  const store = createDraftStore(world);
  const headers = {
    state: 'known' as const,
    list: [
      {name: 'Content-Type', value: 'text/plain'},
      {name: 'X-Api-Key', value: null, secret: 'secret-old'},
    ],
  };
  const session = store.open(buildSource('{}', {headers}));
  return {world, store, session, headers: store.headersOf(session)};
}

async function sendAndRead({world, store, session}: ReturnType<typeof open>) {
  const sending = store.send(session);
  await world.answer(buildAnswer(200));
  await sending;
  const [record] = [...world.records.values()];
  return record?.headers.state === 'known' ? record.headers.list : [];
}

describe('the headers of a draft', () => {
  it('are sent with the value that was given, whatever the case of the name', async () => {
    const opened = open();
    await opened.headers.set('content-type', 'application/json');
    await opened.headers.set('X-Test', 'yes');
    expect(await sendAndRead(opened)).toEqual(
      expect.arrayContaining([
        {name: 'Content-Type', value: 'application/json'},
        {name: 'X-Test', value: 'yes'},
      ]),
    );
  });

  it.each([
    ['X-Api-Key', 'sesame'],
    ['X-Forwarded-Login', 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1In0.c2lnbmF0dXJl'],
    ['Referer', 'https://app.example.test/?token=sesame'],
  ])('hold a new credential in %s as a reference only: the record lies on the disk', async (name, value) => {
    const opened = open();
    const keep = vi.spyOn(opened.world.secrets, 'keep');
    await opened.headers.set(name, value);
    expect(keep).toHaveBeenCalledWith(value);
    const sent = await sendAndRead(opened);
    expect(sent).toContainEqual({name, value: null, secret: `secret-${value}`});
    expect(sent.some((header) => header.value === value)).toBe(false);
  });

  it('are waited for while a credential is stored, and a failure is told to who waits', async () => {
    const {world, headers, session} = open();
    const keep = vi.spyOn(world.secrets, 'keep');
    const setting = headers.set('X-Api-Key', 'sesame');
    await headers.whenSet();
    expect(session.choices.value.headers).toEqual([{name: 'X-Api-Key', secret: 'secret-sesame'}]);
    await setting;
    keep.mockRejectedValue(new Error('full'));
    const failing = headers.set('X-Api-Key', 'other');
    await expect(headers.whenSet()).rejects.toThrow('full');
    await expect(failing).rejects.toThrow('full');
    await headers.whenSet();
  });

  it('are left out, and come back', async () => {
    const opened = open();
    opened.headers.leaveOut('X-API-KEY');
    expect(opened.headers.isEdited('x-api-key')).toBe(true);
    const {plan} = opened.session;
    expect(plan.value.ok && plan.value.record.headers).toMatchObject({list: [{name: 'Content-Type'}]});
    opened.headers.reset('x-api-key');
    expect(await sendAndRead(opened)).toHaveLength(2);
  });
});
