import {apiKey, row, tab} from '../steps';
import {
  by,
  copies,
  flips,
  goes,
  hides,
  inTurn,
  keys,
  leadsOut,
  miss,
  press,
  pressOther,
  see,
  shows,
  turnsOn,
} from './acts';
import type {Act, State} from './walk';

const selectedTab = {css: '[role=tab][aria-selected=true]'};
const heading = {css: '.detail-name'};
const pane = {role: 'tabpanel'};
const fixes = {role: 'dialog', name: 'Fixes'};
const copyMenu = {css: '#copy-menu'};
const coverage = {role: 'region', name: 'Coverage'};
const open = (name: string, title: string) => by(pressOther(row(name)), pressOther(tab(title)));

const copiesWithCredentials: Act = async (walk, it) => {
  await press(walk, it);
  await copies(apiKey)(walk, {role: 'button', name: 'Copy as cURL'});
};

export const details: readonly State[] = [
  {
    name: 'the details of an event',
    open: open('wrong_thing', 'Event'),
    controls: [
      ['tab', {each: /^(Event|Issues|Request|Response|Replays|Edit)[\d,]*$/}, turnsOn],
      ['button', 'Pin', flips({on: see(row('wrong_thing'), 'pinned'), off: miss(row('pinned'))})],
      [
        'button',
        'Show in coverage',
        inTurn(shows(coverage, 'wrong_thing'), pressOther({role: 'button', name: 'Close coverage'})),
      ],
      ['button', 'Copy', inTurn(shows(copyMenu), keys('Escape'), miss(copyMenu))],
      ['button', 'Close the details', hides(heading)],
    ],
  },
  {
    name: 'the menu that copies',
    open: by(pressOther(row('wrong_thing')), pressOther({role: 'button', name: 'Copy'})),
    controls: [
      ['button', {each: /^Copy as /}, copies('wrong_thing')],
      ['checkbox', 'Include credentials', copiesWithCredentials],
    ],
  },
  {
    name: 'the fields of an event',
    open: open('wrong_thing', 'Event'),
    controls: [
      ['link', /./, leadsOut],
      ['button', /^Fix: /, shows(fixes, 'group')],
    ],
  },
  {
    name: 'an event with a secret and a long text',
    open: open('long_thing', 'Event'),
    controls: [
      ['button', 'Show credentials', inTurn(press, see(pane, 'hunter-2'))],
      ['button', 'Mask credentials', inTurn(press, see(pane, 'MASKED'))],
      ['button', /^show all [\d,]+ characters$/, shows(pane, 'the end')],
      ['button', 'show less', inTurn(press, miss({css: '.field-value', text: 'the end'}))],
    ],
  },
  {
    name: 'the events of a batch',
    open: open('batch of 250', 'Event'),
    controls: [['button', 'wrong_many', shows(heading, 'wrong_many')]],
  },
  {
    name: 'the issues of a batch',
    open: open('batch of 250', 'Issues'),
    controls: [
      ['button', /^Show more \(\d+ left\)$/, goes],
      ['button', /(missing-group-id|duplicate-event|unknown-event)/, shows(selectedTab, 'Event')],
    ],
  },
  {
    name: 'a request as it was sent',
    open: open('long_thing', 'Request'),
    controls: [
      ['button', 'Show the value of x-api-key', shows(pane, apiKey)],
      [
        'button',
        'Hide the value of x-api-key',
        inTurn(press, see({role: 'button', name: 'Show the value of x-api-key'})),
      ],
      ['button', 'Show credentials', shows({role: 'region', name: 'Body as sent'}, 'hunter-2')],
      [
        'button',
        /^Show more \([\d,]+ characters left\)$/,
        shows({role: 'region', name: 'Body as sent'}, 'the end'),
      ],
    ],
  },
  {
    name: 'a body that is no JSON',
    open: by(pressOther(row('invalid-json')), pressOther(tab('Event'))),
    controls: [['button', 'Show the body as sent', shows(selectedTab, 'Request')]],
  },
  {
    name: 'a narrow panel, with the details in front',
    open: async () => undefined,
    controls: [['button', 'Back to the list', hides(heading)]],
  },
];
