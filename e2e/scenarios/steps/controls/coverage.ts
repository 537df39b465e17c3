import {textOf} from '../../../setup/surface';
import {row} from '../steps';
import {
  by,
  chooses,
  copies,
  flips,
  goes,
  has,
  hides,
  inTurn,
  keys,
  miss,
  opensSettings,
  press,
  pressKeys,
  pressOther,
  saves,
  see,
  shows,
  types,
  typesInto,
} from './acts';
import type {Act, State} from './walk';

const view = {role: 'region', name: 'Coverage'};
const stay = async () => undefined;
const draft = {role: 'region', name: 'Draft of a plan'};
const form = {css: '.expectation-form'};
const filter = {css: '#filter'};
const picked = {css: '.coverage-picked'};
const savedRuns = {css: '#kept-runs-menu'};
const deleteRun = {role: 'button', name: 'Delete release 2'};
const line = (text: string) => ({css: '.line-row', text});
const expectation = (text: string) => ({css: '.line-expectation', text});
const pick =
  (name: string): Act =>
  async (walk, it) => {
    await pressOther(line(name))(walk, it);
    const isPicked = (await textOf(walk.surface, line(name)))?.includes('picked');
    if (!isPicked) await keys('Space')(walk, it);
    await see(line(name), 'picked')(walk, it);
  };
const phrase = {role: 'combobox', name: 'What is expected'};
const addExpectation = pressOther({role: 'button', name: 'Add expectation…'});

const open = by(
  pressOther({role: 'button', name: 'Coverage'}),
  see(line('right_thing')),
  see(line('wrong_thing')),
);

/** States without a plan. */
export const withoutPlan: readonly State[] = [
  {
    name: 'coverage without a plan',
    open,
    controls: [
      ['button', /^always right/, flips({on: miss(line('wrong_thing')), off: see(line('wrong_thing'))})],
      ['button', /^(sometimes wrong|never right)/, flips()],
      ['button', 'New plan from these events…', shows(draft, 'right_thing')],
      ['textbox', 'JSON of the plan', press],
      ['button', 'Cancel', hides(draft), 'Draft of a plan'],
    ],
  },
  {
    name: 'events that are picked',
    open: pickOf('right_thing'),
    controls: [['button', 'Clear picks', hides(picked)]],
  },
  {
    name: 'a plan from a picked event',
    open: pickOf('right_thing'),
    controls: [
      ['button', 'New plan from 1 picked event…', shows(draft, 'right_thing')],
      ['button', 'Save plan', inTurn(press, see({role: 'combobox', name: 'Tracking plan'}), miss(draft))],
      ['button', 'Clear picks', hides(picked)],
    ],
  },
];

/** States with the plan that was drafted from one of the two events. */
export const withPlan: readonly State[] = [
  {
    name: 'coverage of a plan',
    open: by(see(line('wrong_thing'), 'unplanned')),
    controls: [
      ['button', /^unplanned/, flips({on: miss(line('right_thing')), off: see(line('right_thing'))})],
      ['button', /^never seen/, flips()],
      [
        'combobox',
        'Tracking plan',
        chooses(/without a plan/, miss({role: 'button', name: 'Add expectation…'})),
      ],
      [
        'combobox',
        'Tracking plan',
        chooses(/^(?!All events)/, see({role: 'button', name: 'Add expectation…'})),
      ],
      ['button', 'Copy or save coverage', shows({css: '#report-menu'})],
      ['button', 'Copy as Markdown', copies('right_thing')],
    ],
  },
  {
    name: 'the menu that saves coverage',
    open: by(pressOther({role: 'button', name: 'Copy or save coverage'})),
    controls: [
      ['button', 'Save as CSV', saves('right_thing')],
      ['button', 'Save as CSV of all issues', saves('event')],
      ['button', 'Save as JSON', saves('"right_thing"')],
      ['button', {each: /^Save as JUnit /}, saves('<testsuite', 'right_thing')],
    ],
  },
  {
    name: 'an expectation',
    open: by(addExpectation),
    controls: [
      ['combobox', 'Event', chooses('right_thing')],
      ['combobox', phrase.name, chooses('is sent at least')],
      ['spinbutton', 'Number of times', types('2')],
      ['combobox', phrase.name, chooses('is followed by')],
      ['combobox', 'Other event', chooses('wrong_thing')],
      ['spinbutton', 'Seconds', types('60')],
      ['combobox', phrase.name, chooses('always has the property and value')],
      ['textbox', 'Property', types('invitee_role')],
      ['textbox', 'Value', types('Developer')],
      ['textbox', 'Pages, * stands for anything', types('*/left*')],
      ['button', 'Add', inTurn(press, see(expectation('invitee_role'), 'met'), miss(form))],
    ],
  },
  {
    name: 'an expectation that is not added',
    open: stay,
    controls: [
      ['button', 'Add expectation…', shows(form)],
      ['button', 'Cancel', hides(form), 'Add an expectation'],
    ],
  },
  {
    name: 'the runs that are saved',
    open: by(pressOther({role: 'button', name: 'Saved runs'})),
    controls: [
      ['textbox', 'Name of the run', types('release 1')],
      ['button', 'Save run', hides(savedRuns)],
      ['textbox', /^Name of release \d$/, types('release 2', keys('Tab'), see(deleteRun))],
      ['button', 'Compare with release 2', shows({css: '[aria-label="Compare with"]'}, 'release 2')],
      ['button', 'Delete release 2', goes],
      ['button', 'Saved runs', hides(savedRuns)],
    ],
  },
  {
    name: 'rules that are picked',
    open: by(pick('right_thing')),
    controls: [
      ['button', 'Test only 1 picked rule', shows({css: '[aria-label="Under test"]'}, '1 picked rule')],
      // When its last option is gone, the select is removed.
      ['combobox', 'Under test', inTurn(pressKeys('ArrowUp'), (walk, it) => miss(it)(walk, it))],
      ['button', 'Clear picks', hides(picked)],
    ],
  },
  {
    name: 'an event that is added to the plan',
    open: by(pick('wrong_thing')),
    controls: [
      ['button', 'Add 1 picked event to plan…', shows(draft, 'wrong_thing')],
      ['button', 'Cancel', hides(draft), 'Draft of a plan'],
      ['button', 'Clear picks', hides(picked)],
    ],
  },
  {
    name: 'a filter that no event fits',
    open: by(typesInto(filter, 'nothing_like_it')),
    controls: [
      ['button', 'Clear the filter', inTurn(press, has('', filter), see(line('right_thing'))), 'Coverage'],
    ],
  },
  {
    name: 'an event that no plan has',
    open: by(pressOther({role: 'button', name: 'Close coverage'}), pressOther(row('wrong_thing'))),
    controls: [
      ['button', 'Add to plan', shows(draft, 'wrong_thing')],
      ['button', 'Cancel', hides(draft), 'Draft of a plan'],
      ['button', 'Close the details', goes],
    ],
  },
  {
    name: 'runs',
    open: stay,
    controls: [
      ['button', 'Start a new run', inTurn(press, see(line('right_thing'), 'never seen'))],
      [
        'combobox',
        'Run',
        chooses(/^Run 1/, miss({css: '.line-row[data-grade=never-seen]', text: 'right_thing'})),
      ],
      ['combobox', 'Run', chooses(/^Run 2/)],
      ['combobox', 'Compare with', inTurn(chooses('Not compared', miss({css: '.line-row', text: 'was '})))],
      ['button', 'Close coverage', hides(view)],
    ],
  },
];

const bySection = {role: 'button', name: 'Group by section'};
const choosesPlan: Act = (walk) => chooses(/Hostile/)(walk, {role: 'combobox', name: 'Tracking plan'});
const inSection = {css: '.line-row[aria-level="2"]', text: 'hanging_thing'};

/** States with a plan whose rules have a section, and with an event for which one of the rules takes too long. */
export const slowPlan: readonly State[] = [
  {
    name: 'a plan with a rule that takes too long',
    open: by(see({css: '.banner'}, 'took too long')),
    controls: [['button', 'Open settings', opensSettings]],
  },
  {
    name: 'coverage of a plan with sections',
    open: by(pressOther({role: 'button', name: 'Coverage'}), choosesPlan, see(bySection)),
    controls: [['button', bySection.name, flips({on: see(inSection), off: miss(inSection)})]],
  },
];

function pickOf(name: string): State['open'] {
  return by(pick(name));
}
