import 'fake-indexeddb/auto';
import {describe, expect, it, vi} from 'vitest';
import {readPlan} from '../../domain/plans/read-plan';
import {planExamples} from '../../domain/testing/plan-examples';
import {openPlanStore} from '../../storage/plan-store';
import {createPlansForm} from './create-plans-form';

let databases = 0;
async function createForm() {
  const channel = Object.assign(new EventTarget(), {postMessage: () => undefined});
  const store = await openPlanStore(`plans-form-${++databases}`, channel);
  return {
    store,
    form: createPlansForm(
      store,
      (files) => readPlan(files),
      () => 5,
    ),
  };
}

const json = (value: unknown) => [{name: 'plan.json', text: JSON.stringify(value)}];

describe('importing a plan', () => {
  it('shows what is in it, and stores it when it is accepted', async () => {
    const {store, form} = await createForm();
    await form.read(planExamples.avo);
    expect(form.preview.value).toMatchObject({
      plan: {title: 'Product'},
      isReplacement: false,
      comparison: null,
    });
    expect(await store.list()).toEqual([]);
    await form.accept();
    await vi.waitFor(() =>
      expect(form.plans.value).toMatchObject([{title: 'Product', isOn: true, importedAt: 5}]),
    );
    expect(form.preview.value).toBeNull();
  });

  it('keeps a pasted text until it is stored, also when another file is previewed', async () => {
    const {form} = await createForm();
    const text = JSON.stringify({title: 'Pasted', events: {A: {type: 'object'}}});
    form.pasted.value = text;
    await form.read(json({title: 'Chosen', events: {A: {type: 'object'}}}));
    await form.accept();
    expect(form.pasted.value).toBe(text);
    await form.readPasted();
    form.cancel();
    expect(form.pasted.value).toBe(text);
    await form.readPasted();
    await form.accept();
    expect([form.pasted.value, form.preview.value]).toEqual(['', null]);
  });

  it('says why files could not be read, such as a folder that was dropped', async () => {
    const {form} = await createForm();
    await form.read(Promise.reject(new Error('A requested file or directory could not be found.')));
    expect([form.isReading.value, form.preview.value]).toEqual([false, null]);
    expect(form.fault.value).toBe(
      'The files can’t be read: A requested file or directory could not be found.',
    );
  });

  it('shows what was chosen last, though an earlier file takes longer to read', async () => {
    const {form} = await createForm();
    let finish: (files: ReturnType<typeof json>) => void = () => undefined;
    const slow = form.read(
      new Promise((resolve) => {
        finish = resolve;
      }),
    );
    await form.read(json({title: 'Last', events: {A: {type: 'object'}}}));
    finish(json({title: 'First', events: {A: {type: 'object'}}}));
    await slow;
    expect(form.preview.value?.plan.title).toBe('Last');
  });

  it('compares a new revision with the stored one, and keeps what was set for the plan', async () => {
    const {store, form} = await createForm();
    await form.read(json({title: 'P', events: {A: {type: 'object'}, B: {type: 'object'}}}));
    await form.accept();
    await vi.waitFor(() => expect(form.plans.value).toHaveLength(1));
    const [stored] = form.plans.value;
    await form.change(stored?.id ?? '', (plan) => ({...plan, isOn: false, hosts: ['api.example']}));
    await vi.waitFor(() => expect(form.plans.value[0]?.isOn).toBe(false));
    await form.read(json({title: 'P', events: {A: {type: 'object', required: ['x']}, C: {type: 'object'}}}));
    const {comparison, isReplacement} = form.preview.value ?? {};
    expect([
      isReplacement,
      comparison?.added.length,
      comparison?.gone.length,
      comparison?.changed.length,
    ]).toEqual([true, 1, 1, 1]);
    await form.accept();
    expect(await store.list()).toMatchObject([{isOn: false, hosts: ['api.example']}]);
  });

  it('keeps the expectations that a plan brings beside those that it had', async () => {
    const {store, form} = await createForm();
    const accept = async (...expectations: object[]) => {
      await form.read(json({title: 'P', events: {A: {type: 'object'}}, expectations}));
      await form.accept();
    };
    await accept({kind: 'never', event: 'B'});
    await vi.waitFor(() => expect(form.plans.value).toHaveLength(1));
    await accept({kind: 'never', event: 'C'}, {kind: 'never', event: 'B'});
    const [stored] = await store.list();
    expect(stored?.expectations).toMatchObject([{event: 'B'}, {event: 'C'}]);
  });

  it('a broken file says where, and leaves the former plan in place', async () => {
    const {store, form} = await createForm();
    await form.read(planExamples.avo);
    await form.accept();
    await form.read([{name: 'plan.json', text: '{"rules": [1,]}'}]);
    expect(form.fault.value).toMatch(/line 1, column 13/);
    expect(form.preview.value).toBeNull();
    expect(await store.list()).toMatchObject([{title: 'Product'}]);
  });

  it('a reading that was cancelled shows nothing', async () => {
    const {form} = await createForm();
    const reading = form.read(planExamples.avo);
    form.cancel();
    await reading;
    expect([form.preview.value, form.isReading.value, form.fault.value]).toEqual([null, false, null]);
  });

  it('takes plans out of a settings file, each in the place of a former one', async () => {
    const {store, form} = await createForm();
    await form.read(planExamples.avo);
    await form.accept();
    await vi.waitFor(() => expect(form.plans.value).toHaveLength(1));
    const [stored] = form.plans.value;
    const plan = {
      title: 'Product',
      files: [...planExamples.avo],
      isOn: false,
      hosts: ['a.example'],
      protocols: [],
    };
    const broken = {...plan, title: 'Broken', files: [{name: 'b.json', text: '{'}]};
    const faults = await form.importAll([
      {...plan, expectations: [{kind: 'never', event: 'A'}, {kind: 'odd'}]},
      {...broken, expectations: []},
    ]);
    expect(faults).toEqual([expect.stringMatching(/^Broken: .*line 1/)]);
    expect(await store.list()).toMatchObject([
      {id: stored?.id, isOn: false, hosts: ['a.example'], expectations: [{kind: 'never', event: 'A'}]},
    ]);
  });

  it('says that the saved plans could not be read, and that one could not be saved', async () => {
    const {store, form} = await createForm();
    await form.read(planExamples.avo);
    vi.spyOn(store, 'put').mockRejectedValueOnce(new Error('The disk is full.'));
    await form.accept();
    expect(form.fault.value).toBe('Could not be saved: The disk is full.');
    vi.spyOn(store, 'list').mockRejectedValue(new Error('The database is damaged.'));
    const other = createPlansForm(
      store,
      (files) => readPlan(files),
      () => 5,
    );
    await vi.waitFor(() =>
      expect(other.fault.value).toBe('The saved plans could not be read: The database is damaged.'),
    );
  });

  it('says which plan of a settings file could not be stored, and stores the others', async () => {
    const {store, form} = await createForm();
    const put = vi.spyOn(store, 'put').mockRejectedValueOnce(new Error('The disk is full.'));
    const toPlan = (title: string) => ({
      title,
      files: json({title, events: {A: {type: 'object'}}}),
      isOn: true,
      hosts: [],
      protocols: [],
      expectations: [],
    });
    expect(await form.importAll([toPlan('First'), toPlan('Second')])).toEqual(['First: The disk is full.']);
    expect(put).toHaveBeenCalledTimes(2);
    expect(await store.list()).toMatchObject([{title: 'Second'}]);
  });

  it('removes a plan', async () => {
    const {store, form} = await createForm();
    await form.read(planExamples.iglu);
    await form.accept();
    await vi.waitFor(() => expect(form.plans.value).toHaveLength(1));
    await form.remove(form.plans.value[0]?.id ?? '');
    expect(await store.list()).toEqual([]);
  });
});
