import {signal} from '@preact/signals';
import {expect, it} from 'vitest';
import {defaultSettings, type Settings} from '../../domain/settings';
import {createTransfer, MAX_SETTINGS_FILE, type TransferState} from './create-transfer';

function create(settings: Settings = defaultSettings, faults: readonly string[] = []) {
  const values = signal(settings);
  const wrong = signal(new Map(faults.map((field) => [field, 'It is not valid.'])));
  const imported: string[] = [];
  const planFault = signal<string | null>(null);
  const transfer = createTransfer(
    {
      values,
      faults: wrong,
      change(toNext) {
        values.value = toNext(values.peek());
      },
    },
    {
      fault: planFault,
      importAll: async (plans) => {
        imported.push(...plans.map(({title}) => title));
        return plans.flatMap(({title}) => (title === 'Bad' ? 'Bad: it is not a plan.' : []));
      },
    },
  );
  return {values, wrong, transfer, imported, planFault};
}

const file = {name: 'a.json', text: '{"rules": {"bad-email": "off"}}'};

it('shows what an import changes, and stores it when it is accepted', () => {
  const {values, transfer} = create();
  transfer.read(file);
  expect(transfer.state.value).toMatchObject({
    kind: 'preview',
    changes: [{setting: 'rules.bad-email', before: null, after: '"off"'}],
  });
  expect(values.value).toEqual(defaultSettings);
  transfer.accept();
  expect(values.value.rules).toEqual({'bad-email': 'off'});
  expect(transfer.state.value.kind).toBe('done');
});

it('brings tracking plans along, and says what is wrong with one', async () => {
  const {transfer, imported} = create();
  const plan = (title: string) => ({title, files: [{name: 'p.json', text: '{}'}]});
  transfer.read({name: 'a.json', text: JSON.stringify({plans: [plan('Good'), plan('Bad')]})});
  expect([transfer.state.value.kind, imported]).toEqual(['preview', []]);
  await transfer.accept();
  expect(imported).toEqual(['Good', 'Bad']);
  expect(transfer.state.value).toEqual({
    kind: 'done',
    text: 'The settings of a.json are imported. 1 tracking plan imported. Bad: it is not a plan.',
  });
});

it('stores nothing of what is cancelled', () => {
  const {values, transfer} = create();
  transfer.read(file);
  transfer.cancel();
  transfer.accept();
  expect(values.value).toEqual(defaultSettings);
});

it('shows what a reset changes, and puts the defaults in place', () => {
  const {values, transfer} = create({...defaultSettings, rules: {'bad-email': 'off'}});
  transfer.planReset();
  expect(transfer.state.value).toMatchObject({kind: 'preview', file: null, changes: [{after: null}]});
  transfer.accept();
  expect(values.value).toEqual(defaultSettings);
});

it.each([
  ['{"rulez": {}}', 'There is no setting with this name.'],
  [' '.repeat(MAX_SETTINGS_FILE + 1), 'This file is too large to be settings.'],
])('takes nothing of a faulty file', (text, said) => {
  const {transfer} = create();
  transfer.read({name: 'a.json', text});
  expect(transfer.state.value).toMatchObject({kind: 'faulty', faults: [{text: said}]});
});

it.each<[readonly string[], TransferState, number]>([
  [[], {kind: 'done', text: 'Saved as track-inspector.config.json.'}, 1],
  [
    ['capture.maxRequests'],
    {kind: 'refused', text: 'Not exported. Correct the field that is not valid first.'},
    0,
  ],
  [['a', 'b'], {kind: 'refused', text: 'Not exported. Correct the 2 fields that are not valid first.'}, 0],
])('exports only a form that an import accepts: faults %j', (faults, state, count) => {
  const {wrong, transfer} = create({...defaultSettings, rules: {'bad-email': 'off'}}, faults);
  const saved: {name: string; text: string}[] = [];
  transfer.save([], (file) => saved.push(file));
  expect(transfer.state.value).toEqual(state);
  expect(saved).toHaveLength(count);
  wrong.value = new Map();
  expect(transfer.state.value).toEqual(count === 0 ? {kind: 'none'} : state);
  for (const file of saved) {
    transfer.read(file);
    expect(transfer.state.value).toMatchObject({kind: 'preview', changes: []});
  }
});

it('shows what an import changes of the settings as they are now, also of those changed meanwhile', () => {
  const {values, transfer} = create();
  transfer.read(file);
  values.value = {...values.value, rules: {'bad-email': 'off', 'invalid-json': 'warning'}};
  expect(transfer.state.value).toMatchObject({
    changes: [{setting: 'rules.invalid-json', before: '"warning"', after: null}],
  });
});

it.each([
  ['Good', null],
  ['Bad', 'Bad: it is not a plan.'],
])(
  'leaves alone what was begun while the plan %s was being imported; its fault: %s',
  async (title, fault) => {
    const {transfer, planFault} = create();
    const plan = {title, files: [{name: 'p.json', text: '{}'}]};
    transfer.read({name: 'a.json', text: JSON.stringify({plans: [plan]})});
    const importing = transfer.accept();
    transfer.planReset();
    await importing;
    expect(transfer.state.value.kind).toBe('preview');
    expect(planFault.value).toBe(fault);
  },
);
