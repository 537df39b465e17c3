import type {Surface} from '../../../setup/surface';
import {expect} from '../expect';
import {readSitePlan} from '../import-plan';
import {
  chooses,
  flips,
  goes,
  has,
  hides,
  inTurn,
  keys,
  leadsOut,
  miss,
  press,
  readsSaved,
  savesFor,
  see,
  shows,
  types,
} from './acts';
import type {Act, Entry, State} from './walk';

const saved = see({css: '.page-head [role=status]'}, 'Saved');
const stay = async () => undefined;
const fault = {css: '.fault'};
const plans = {css: '#plans'};
const allApis = {role: 'button', name: 'All APIs'};
const transfer = {css: '#transfer'};
const section = (name: string): Entry => ['link', name, goesTo, 'Sections'];

const goesTo: Act = async (walk, it) => {
  await press(walk, it);
  const place = () =>
    walk.surface.evaluate(
      () => document.querySelector(location.hash || '#none')?.getBoundingClientRect().top ?? -1,
    );
  const height = await walk.surface.evaluate(() => innerHeight);
  await expect.poll(place, {message: `${it.name} is in sight`}).toBeLessThan(height);
  await expect.poll(place).toBeGreaterThanOrEqual(-1);
};

/** A number that is too small shows an error, and a right one is saved. */
const takesNumber = (wrong: string, right: string) =>
  inTurn(types(wrong, keys('Tab'), see(fault)), types(right, keys('Tab'), saved, miss(fault)));

export const settings: readonly State[] = [
  {
    name: 'the sections',
    open: stay,
    controls: [
      'Permissions',
      'Capture',
      'Page hook',
      'Endpoints',
      'Replay',
      'Tracking plans',
      'Rules',
      'Export, import, reset',
    ].map(section),
  },
  {
    name: 'capture',
    open: stay,
    controls: [
      ['spinbutton', 'Requests kept', takesNumber('3', '500')],
      ['spinbutton', 'Megabytes kept', takesNumber('0', '50')],
    ],
  },
  {
    name: 'the page hook',
    open: stay,
    controls: [
      ['textbox', 'Site', types('https://app.example.test')],
      ['button', 'Turn on', shows({css: '#sites'}, 'https://app.example.test')],
      ['button', 'Turn off on https://app.example.test', goes],
    ],
  },
  {
    name: 'endpoints',
    open: stay,
    controls: [
      ['button', 'Add an endpoint', shows({role: 'textbox', name: 'Host'})],
      ['textbox', 'Host', types('t.example.test', keys('Tab'), saved)],
      ['textbox', 'Path', types('/mine', keys('Tab'), saved)],
      ['combobox', 'Read as', chooses(/Segment/, saved)],
      [
        'textbox',
        'Try an address',
        types('https://t.example.test/mine', see({css: '.examples li'}, 'by endpoint 1')),
      ],
      ['button', 'Remove endpoint 1', inTurn(goes, see({css: '.examples li'}, 'not captured'))],
    ],
  },
  {
    name: 'replay',
    open: stay,
    controls: [
      ['spinbutton', 'Timeout (seconds)', takesNumber('0', '12')],
      ['checkbox', 'Follow redirects', flips()],
      ['button', 'Add a target', shows({role: 'textbox', name: 'Name'})],
      ['textbox', 'Name', types('Staging')],
      [
        'textbox',
        'Base URL',
        inTurn(
          types('nonsense', keys('Tab'), see(fault)),
          types('https://s.example.test', keys('Tab'), miss(fault)),
        ),
      ],
      ['textbox', 'Test header (optional)', types('X-Test: 1', keys('Tab'), miss(fault))],
      ['textbox', 'Test property (optional)', types('is_test: true', keys('Tab'), miss(fault), saved)],
      ['checkbox', 'Production', flips()],
      ['button', 'Remove target 1', inTurn(goes, saved)],
    ],
  },
  {
    name: 'rules',
    open: stay,
    controls: [
      ['searchbox', 'Find a rule', types('missing-group-id', see({css: '.rules-bar'}, '1 of'))],
      ['combobox', /./, chooses('off', see({css: '.rules-bar'}, '1 changed')), 'Rules'],
      ['button', 'Restore defaults', inTurn(goes, saved)],
      ['searchbox', 'Find a rule', types('timestamp')],
      ['link', /./, leadsOut, 'Rules'],
    ],
  },
  {
    name: 'export, import, reset',
    open: stay,
    controls: [
      ['button', 'Export settings', savesFor('track-inspector.config.json', '"capture"')],
      ['button', 'Import settings…', readsSaved((text) => text.replace('500', '600'), see(transfer, '600'))],
      ['button', 'Cancel', goes, 'Export, import, reset'],
      ['button', 'Import settings…', readsSaved((text) => text.replace('500', '600'), see(transfer, '600'))],
      [
        'button',
        'Import these settings',
        inTurn(press, has('600', {role: 'spinbutton', name: 'Requests kept'})),
      ],
      ['button', 'Reset all settings…', shows(transfer, 'A reset changes')],
      ['button', 'Reset all settings', inTurn(press, miss({role: 'button', name: 'Reset all settings'}))],
    ],
  },
];

const pastesPlan: Act = async (walk, it) => {
  await press(walk, it);
  await insert(walk.surface, await readSitePlan());
};

export const settingsPlans: readonly State[] = [
  {
    name: 'a plan that is pasted',
    open: stay,
    controls: [
      ['textbox', 'Or paste its text', pastesPlan],
      ['button', 'Preview', shows(plans, 'Acme Workspace', '4 rules')],
      ['button', 'Cancel', goes, 'Tracking plans'],
      // The text is still there.
      ['button', 'Preview', shows(plans, 'Acme Workspace')],
      ['button', 'Add plan', shows({css: '.plan-row'}, 'Acme Workspace')],
      ['checkbox', 'Acme Workspace', flips()],
      ['textbox', 'Only for hosts', types('app.example.test', keys('Tab'))],
      ['button', allApis.name, shows({role: 'checkbox', name: 'Segment', exact: false})],
      ['checkbox', /^(ThriveStack|Segment|journy\.io)/, flips({on: miss(allApis), off: see(allApis)})],
      [
        'textbox',
        'Or paste its text',
        (walk, it) => inTurn(press, keys('Control+a'), pastesChanged)(walk, it),
      ],
      ['button', 'Preview', shows(plans, '1 changed')],
      [
        'button',
        /^\d+ parts? unclear or not checked$/,
        hides({css: '.plan-problems li', text: 'is not a valid expectation'}),
      ],
      ['button', 'Changed: 1 rule', inTurn(press, miss({css: '.plan-problems li', text: 'signed_up'}))],
      ['button', 'Replace saved version', goes],
      ['button', 'Remove Acme Workspace', hides({css: '.plan-row'})],
    ],
  },
];

const pastesChanged: Act = async ({surface}) => {
  const plan = (await readSitePlan())
    .replace('"const": "web"', '"const": "app"')
    .replace('"expectations": [', '"expectations": [{"kind": "never heard of"},');
  await insert(surface, plan);
};

/** Inserts text at the cursor like pasting does; typing it would take minutes. */
async function insert(surface: Surface, text: string): Promise<void> {
  const isInserted = await surface.evaluate((it) => document.execCommand('insertText', false, it), text);
  expect(isInserted).toBe(true);
}
