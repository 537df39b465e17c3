import packageJson from '../../../../package.json' with {type: 'json'};
import {findElement} from '../../../setup/surface';
import {expect} from '../expect';
import {row, send} from '../steps';
import {
  by,
  copies,
  flips,
  has,
  hides,
  inTurn,
  keys,
  miss,
  opensSettings,
  press,
  pressKeys,
  pressOther,
  reads,
  saves,
  see,
  shows,
  types,
  typesInto,
} from './acts';
import {harOf, sampleBody} from './samples';
import type {Act, State} from './walk';

const filter = {css: '#filter'};
const [right, wrong] = [row('right_thing'), row('wrong_thing')];
const status = {css: '.status-bar'};
const newRequest = {role: 'region', name: 'New request'};
const exportMenu = {role: 'button', name: 'Export, resend, import'};
const help = {role: 'dialog', name: 'Shortcuts and filter words'};

/** Off: a visit is collapsed when the page navigates; on again: the next one is not. */
const preservesLog: Act = async (walk, it) => {
  const {page, site, endpoint} = walk;
  await press(walk, it);
  await page.goto(`${site.url}/left.html?next`);
  await send(page, endpoint, {body: sampleBody('next_thing')});
  await inTurn(see(row('next_thing')), miss(right))(walk, it);
  await press(walk, it);
  await page.goto(`${site.url}/left.html?last`);
  await send(page, endpoint, {body: sampleBody('last_thing')});
  await inTurn(see(row('last_thing')), see(row('next_thing')))(walk, it);
};

const movesDivider: Act = async (walk, it) => {
  const width = async () => (await findElement(walk.surface, {css: '.split-left'})).width;
  const before = await width();
  await pressKeys('ArrowLeft')(walk, it);
  await expect.poll(width, {message: 'the list is narrower'}).toBeLessThan(before);
};

const clearsFilter = inTurn(press, has('', filter), see(wrong));
const hasRange = has(/^after:\S+ before:\S+$/, filter);

export const toolbar: readonly State[] = [
  {
    name: 'the toolbar',
    open: async () => undefined,
    controls: [
      ['button', 'Record', flips({on: see(status, 'capture: on'), off: see(status, 'capture: paused')})],
      ['combobox', 'Filter', types('name:right', miss(wrong))],
      ['option', /./, inTurn(press, has(/^name:"?right_thing"?\s*$/, filter))],
      ['button', 'Clear the filter', clearsFilter, 'Capture and filter'],
      ['button', /^Errors/, inTurn(press, miss(right), miss(wrong))],
      ['button', /^Warnings/, inTurn(press, miss(right), see(wrong))],
      ['button', 'All', inTurn(press, see(right), see(wrong))],
      ['button', 'Coverage', flips({on: see({role: 'region', name: 'Coverage'}), off: see(right)})],
      ['button', 'Timeline', flips({on: see({css: '.timeline'}), off: miss({css: '.timeline'})})],
      ['switch', 'Page hook', flips({on: see(status, 'page hook: on'), off: see(status, 'page hook: off')})],
      ['button', 'Settings', opensSettings],
      ['button', 'New request', shows(newRequest, 'Paste a cURL command')],
      ['button', 'Close the new request', hides(newRequest)],
    ],
  },
  {
    name: 'a filter that nothing matches',
    open: by(typesInto(filter, 'nothing_like_it'), see({css: '.hint'}, 'No matches')),
    controls: [['button', 'Clear the filter', clearsFilter, /^$/]],
  },
  {
    name: 'the timeline',
    open: async () => undefined,
    controls: [
      [
        'button',
        'Choose a time range',
        inTurn(pressKeys('Enter'), hasRange, see({role: 'slider', name: 'From'})),
      ],
      ['slider', 'From', inTurn(pressKeys('End'), miss(right), pressKeys('Home'), see(right))],
      ['slider', 'To', inTurn(pressKeys('Home'), miss(wrong), pressKeys('End'), see(wrong))],
      ['button', 'Show all times', inTurn(press, has('', filter), see(wrong))],
    ],
  },
  {
    name: 'the shortcuts',
    open: async () => undefined,
    controls: [
      ['button', 'Shortcuts and filter words', shows(help, 'Go to the filter')],
      ['button', 'Show diagnostics', shows({css: '.help-diagnostics'}, 'capture')],
      ['button', 'Copy diagnostics', copies('capture')],
      ['button', 'Close the shortcuts', hides(help)],
    ],
  },
  {
    name: 'the menu that exports, resends, imports',
    open: by(pressOther(exportMenu)),
    controls: [
      [
        'button',
        'Export filtered requests as HAR',
        saves('"log"', `"version": "${packageJson.version}"`, 'right_thing'),
      ],
      ['button', 'Close this message', hides({css: '.toast'})],
      ['button', 'Export filtered requests as CSV', saves('right_thing')],
      ['button', 'Resend filtered requests…', shows({role: 'region', name: 'Resend requests'}, '2 requests')],
      ['button', 'Close resend', hides({role: 'region', name: 'Resend requests'})],
      ['button', 'Import a HAR or NDJSON file…', reads(harOf('told_thing'), see(row('told_thing')))],
      [
        'button',
        'Remove the import told.har',
        inTurn(press, miss(row('told_thing')), see({css: '.toast'}, 'Undo')),
      ],
      ['button', 'Undo', shows(row('told_thing'))],
      [
        'button',
        'Export, resend, import',
        inTurn(shows({css: '#save-menu'}), keys('Escape'), miss({css: '#save-menu'})),
      ],
    ],
  },
  {
    name: 'the divider beside the list',
    open: by(pressOther(right)),
    controls: [['separator', 'Width of the list', movesDivider]],
  },
  {
    name: 'the log',
    open: async () => undefined,
    controls: [
      ['checkbox', 'Preserve log', preservesLog],
      ['button', 'Clear', inTurn(press, miss(right), see({css: '.hint'}, 'Nothing captured yet'))],
    ],
  },
];
