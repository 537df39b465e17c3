import {click, countOf} from '../../../setup/surface';
import {expect} from '../expect';
import {row} from '../steps';
import {
  by,
  copies,
  has,
  hides,
  inTurn,
  keys,
  miss,
  press,
  pressOther,
  reads,
  rightClick,
  see,
  shows,
} from './acts';
import {harOf} from './samples';
import type {Act, Entry, State} from './walk';

const filter = {css: '#filter'};
const [right, wrong] = [row('right_thing'), row('wrong_thing')];
const compareBar = {role: 'group', name: 'Compare'};
const comparison = {role: 'region', name: 'Comparison'};
const resend = {role: 'region', name: 'Resend request', exact: false};
const selectedTab = {css: '[role=tab][aria-selected=true]'};
const heading = {css: '.detail-name'};

const sorts: Act = async (walk, it) => {
  const sorted = {css: '[role=columnheader]:not([aria-sort=none])'};
  await inTurn(press, see(sorted, it.name ?? ''))(walk, it);
};

const togglesColumn: Act = async (walk, it) => {
  const head = {role: 'columnheader', name: it.name ?? ''};
  const before = await countOf(walk.surface, head);
  for (const count of [1 - before, before]) {
    await click(walk.surface, it);
    await expect.poll(() => countOf(walk.surface, head), {message: `the column ${it.name}`}).toBe(count);
  }
};

const resends = (requests: string) =>
  inTurn(shows(resend, requests), pressOther({role: 'button', name: 'Close resend'}));
const filters = (word: string | RegExp) =>
  inTurn(press, has(word, filter), pressOther({role: 'button', name: 'Clear the filter', within: '.filter'}));
const closeCoverage = pressOther({role: 'button', name: 'Close coverage'});
const closeDetails = pressOther({role: 'button', name: 'Close the details'});

const ofEvents: readonly Entry[] = [
  ['menuitem', 'Open', inTurn(shows(heading, 'right_thing'), closeDetails)],
  ['menuitem', 'Edit and resend', inTurn(shows(selectedTab, 'Edit'), closeDetails)],
  [
    'menuitem',
    'Show in coverage',
    inTurn(shows({role: 'region', name: 'Coverage'}, 'right_thing'), closeCoverage),
  ],
  ['menuitem', 'Select for compare', shows(compareBar, 'right_thing')],
  ['menuitem', 'Do not compare', hides(compareBar)],
  ['menuitem', {each: /^Copy as /}, copies('right_thing')],
  ['menuitem', 'Copy event name', copies('right_thing')],
  ['menuitem', 'Show only this event name', filters('name:=right_thing')],
  ['menuitem', 'Show only this user', filters(/^user:=/)],
  ['menuitem', 'Show only this group', filters(/^group:=/)],
  ['menuitem', 'Show only this status', filters('status:200')],
  ['menuitem', 'Show only this host', filters(/^url:=127\.0\.0\.1/)],
  ['menuitem', 'Hide this event name', filters('-name:=right_thing')],
  ['menuitem', 'Hide this host', filters(/^-url:=127\.0\.0\.1/)],
  ['menuitem', 'Pin request', inTurn(press, see(right, 'pinned'))],
  ['menuitem', 'Unpin request', inTurn(press, miss(row('pinned')))],
  ['menuitem', 'Resend request…', resends('1 request')],
];

export const list: readonly State[] = [
  {
    name: 'the heads of the columns',
    open: async () => undefined,
    controls: [
      ['button', {each: /^(Event|Type|User|Group|Host|Page|Status|Size|Time)$/}, sorts, 'Captured requests'],
    ],
  },
  {
    name: 'the menu of the columns',
    open: by(rightClick({role: 'columnheader', name: 'Event'})),
    controls: [
      ['menuitemcheckbox', {each: /^\w+$/}, togglesColumn],
      ['menuitem', 'Reset columns', inTurn(press, miss({css: '[aria-sort=ascending]'}))],
    ],
  },
  {name: 'the menu of a request', open: by(rightClick(right)), controls: ofEvents},
  {
    name: 'the menu of a batch',
    open: by(rightClick(row('batch of 2'))),
    controls: [
      ['menuitem', 'Collapse', inTurn(press, miss(row('first_of_two')))],
      ['menuitem', 'Expand', inTurn(press, see(row('first_of_two')))],
    ],
  },
  {
    name: 'the menu of an event in a batch',
    open: by(rightClick(row('first_of_two'))),
    controls: [['menuitem', 'Open its request', inTurn(shows(selectedTab, 'Request'), closeDetails)]],
  },
  {
    name: 'the menu of a row while another is marked',
    open: by(rightClick(wrong)),
    controls: [
      ['menuitem', 'Select for compare', shows(compareBar, 'wrong_thing')],
      ['button', 'Do not compare', hides(compareBar)],
    ],
  },
  {
    name: 'a row that is marked, and the menu of another',
    open: by(
      rightClick(wrong),
      pressOther({role: 'menuitem', name: 'Select for compare'}),
      see(compareBar, 'wrong_thing'),
      rightClick(right),
    ),
    controls: [
      ['menuitem', 'Compare with selected', shows(comparison, '"wrong_thing"', '"right_thing"')],
      ['button', 'wrong_thing', shows(heading, 'wrong_thing'), 'Comparison'],
      ['button', 'Close the details', hides(heading)],
    ],
  },
  {
    name: 'a row that is marked, and another selected',
    open: by(
      rightClick(right),
      pressOther({role: 'menuitem', name: 'Select for compare'}),
      rightClick(wrong),
      pressOther({role: 'menuitem', name: 'Select for compare instead'}),
      see(compareBar, 'wrong_thing'),
      pressOther(right),
    ),
    controls: [
      ['button', 'Compare', shows(comparison, '"right_thing"'), 'Compare'],
      ['button', 'right_thing', shows(heading, 'right_thing'), 'Comparison'],
    ],
  },
  {
    name: 'the menu of a row beside a marked one',
    open: by(pressOther(right), keys('Space'), see(compareBar, 'right_thing'), rightClick(wrong)),
    controls: [
      ['menuitem', 'Select for compare instead', shows(compareBar, 'wrong_thing')],
      ['button', 'Do not compare', hides(compareBar)],
    ],
  },
  {
    name: 'two rows that are compared by keyboard',
    open: by(
      pressOther(right),
      keys('Space'),
      see(compareBar),
      pressOther(wrong),
      keys('Space'),
      see(comparison),
    ),
    controls: [['button', 'Close the comparison', hides(comparison)]],
  },
  {
    name: 'the menu of a page visit',
    open: by(rightClick({css: '.row-visit', text: 'left.html'})),
    controls: [
      ['menuitem', 'Show only this page', filters(/^page:=/)],
      ['menuitem', 'Resend all requests of this page…', resends('3 requests')],
    ],
  },
  {
    name: 'an import',
    open: by(
      pressOther({role: 'button', name: 'Export, resend, import'}),
      (walk) => reads(harOf('told_thing'))(walk, {role: 'button', name: 'Import a HAR or NDJSON file…'}),
      see(row('told_thing')),
    ),
    controls: [],
  },
  {
    name: 'the menu of an import',
    open: by(rightClick({css: '.row-visit', text: 'told.har'})),
    controls: [
      ['menuitem', 'Resend all requests of this import…', resends('1 request')],
      ['menuitem', 'Remove this import', inTurn(press, miss(row('told_thing')))],
    ],
  },
];
