import {row} from '../steps';
import {by, hides, inTurn, miss, press, pressOther, readsSaved, saves, savesFor, see, shows} from './acts';
import type {State} from './walk';

const menu = pressOther({role: 'button', name: 'Export, resend, import'});
const golden = {role: 'region', name: 'Differences from the golden session'};

export const sessions: readonly State[] = [
  {
    name: 'the menu that saves and opens sessions',
    open: by(menu),
    controls: [
      ['button', 'Save filtered requests as a session', savesFor('yesterday.json', '"session"')],
      ['button', 'Open a session…', readsSaved((text) => text, see(row('imported from yesterday.json')))],
      ['button', 'Remove the import yesterday.json', hides(row('imported from yesterday.json'))],
      ['button', 'Save filtered events as a golden session', savesFor('flow.golden.json', 'right_thing')],
      [
        'button',
        'Compare with a golden session…',
        readsSaved((text) => text.replaceAll('wrong_thing', 'lost_thing'), see(golden, '1 difference from')),
      ],
      ['button', /lost_thing/, shows({css: '.detail-name'}, 'wrong_thing')],
      ['button', 'Show differences from the golden session', shows(golden, 'lost_thing')],
      ['button', 'Close the golden session', hides(golden)],
    ],
  },
  {
    name: 'the differences from a golden session',
    open: by(
      menu,
      pressOther({role: 'button', name: 'Show differences from the golden session'}),
      see(golden),
    ),
    controls: [
      ['button', 'Mask /event_name', inTurn(press, see(golden, '0 differences'))],
      ['button', 'Save golden session', saves('"mask": ["/event_name"]')],
      ['button', 'Compare /event_name again', inTurn(press, see(golden, '1 difference'))],
      ['button', 'Stop comparing', inTurn(press, miss(golden), miss({css: '.golden-mark'}))],
    ],
  },
];
