import {row, tab} from '../steps';
import {
  by,
  chooses,
  flips,
  goes,
  hides,
  inTurn,
  keys,
  miss,
  press,
  pressOther,
  see,
  shows,
  types,
} from './acts';
import {openEditor, text} from './editor';
import {paceChoices, sendChoices} from './send-choices';
import type {Act, State} from './walk';

const answers = {role: 'region', name: 'Responses'};
const question = {role: 'alertdialog'};
const headers = {role: 'region', name: 'Replay headers'};
const split = {role: 'dialog', name: 'Split the batch'};
const selectedTab = {css: '[role=tab][aria-selected=true]'};
const target = {role: 'combobox', name: 'Target'};
const openHeaders = openEditor('right_thing', pressOther({role: 'radio', name: 'Headers'}), see(headers));
const openSplit = openEditor(
  'batch of 1,001',
  pressOther({role: 'button', name: 'Split…'}),
  see(split, 'Events 1 to'),
);
const revert = pressOther({role: 'button', name: 'Revert'});

const whileHanging: Act = async ({api}) => {
  api.behave({hang: true, match: ({method}) => method === 'POST'});
};

/** Each in its own row: not sent, then sent again. */
const leavesOut: Act = async (walk, it) => {
  const undo = {role: 'button', name: (it.name ?? '').replace('Don’t send', 'Undo the change to')};
  await inTurn(press, see(undo), pressOther(undo), see(it))(walk, it);
};

const asksForValue: Act = async (walk, it) => {
  const value = {role: 'textbox', name: (it.name ?? '').replace('Change', 'Value of')};
  await inTurn(press, see(value), keys('Escape'), miss(value))(walk, it);
};

export const sendDraft: readonly State[] = [
  {
    name: 'a draft that is sent',
    open: openEditor('right_thing'),
    controls: [
      ['button', /^Send (Ctrl|⌘)/, shows(answers, 'Original 200', 'Replay 200')],
      [
        'button',
        'Compare',
        flips({on: see(answers, 'Replay response'), off: miss({css: '.edit-answers-bodies'})}),
        'Responses',
      ],
    ],
  },
  {
    name: 'the replays of a request',
    open: by(pressOther({...row('right_thing'), nth: 0}), pressOther(tab('Replays'))),
    controls: [
      ['button', 'Open as new draft', shows(selectedTab, 'Edit')],
      ['button', /right_thing.*200/, inTurn(press, see({css: '[role=row][aria-selected=true]'}, 'replay'))],
    ],
  },
  {
    name: 'a draft that is not JSON',
    open: openEditor(
      'wrong_thing',
      pressOther(text),
      keys('Control+End'),
      typed('{'),
      keys('Control+Enter'),
      see(question, 'Send it anyway?'),
    ),
    controls: [
      ['button', 'Cancel', hides(question)],
      ['button', 'Send anyway', inTurn(press, see(answers, 'Replay 4'))],
    ],
  },
  {
    name: 'a draft that is being sent',
    open: openEditor('wrong_thing', revert, whileHanging, keys('Control+Enter'), see(answers, 'sending…')),
    controls: [['button', 'Cancel', inTurn(goes, see(answers, 'Replay'))]],
  },
  {
    name: 'the headers of a draft',
    open: openHeaders,
    controls: [
      ...sendChoices,
      ['button', {each: /^Don’t send \S+$/}, leavesOut],
      ['button', {each: /^Change \S+$/}, asksForValue],
      ['textbox', 'Name of a header to add', types('x-added')],
      ['textbox', 'Value of the header to add', types('1')],
      ['button', 'Add header', shows(headers, 'x-added')],
      ['button', 'Don’t send x-added', goes],
    ],
  },
  {
    name: 'a header that is changed',
    open: then2(openHeaders, pressOther({role: 'button', name: 'Change content-type'})),
    controls: [
      ['textbox', 'Value of content-type', types('text/plain', keys('Enter'), see(headers, 'changed'))],
      ['button', 'Undo the change to content-type', goes],
    ],
  },
  {
    name: 'the credentials of a target',
    open: then2(openHeaders, (walk) => chooses('Live (production)')(walk, target)),
    controls: [
      ['textbox', 'Header of the credential', types('X-Given')],
      ['textbox', 'Value of the credential', types('given-4711')],
      ['button', 'Keep for this session', shows(headers, 'X-Given: ••••••')],
      [
        'combobox',
        'Credentials',
        chooses('Use those of Live', see(headers, 'that you entered for this target')),
      ],
      ['button', 'Remove X-Given of Live', goes],
      ['combobox', 'Credentials', chooses(/^Only to the/)],
      ['combobox', 'Target', chooses('Original address', miss({css: '.edit-target-credentials'}))],
    ],
  },
  {
    name: 'a batch that is split',
    open: openSplit,
    controls: [
      ['button', 'Close', hides(split), 'Split the batch'],
      ...paceChoices,
      ['button', 'Send 2 requests', shows(split, '2 of 2 requests accepted')],
      ['button', 'Back to options', shows(split, 'Events 1 to')],
      ['button', 'Split…', hides(split)],
    ],
  },
  {
    name: 'a draft of more events than are listed',
    open: openEditor('batch of 1,001'),
    controls: [
      [
        'spinbutton',
        'Event number',
        types('1001', see({role: 'combobox', name: 'Part of the batch'}, '1001 · many_thing')),
      ],
    ],
  },
  {
    name: 'a change that is out of sight',
    open: openEditor(
      'batch of 1,001',
      pressOther({role: 'button', name: 'Fix', exact: false}),
      pressOther({role: 'button', name: 'Mark all events as a test'}),
    ),
    controls: [['button', 'Show next', press]],
  },
];

function typed(value: string): Act {
  return ({surface}) => surface.type(value);
}

function then2(open: State['open'], act: Act): State['open'] {
  return async (walk) => {
    await open(walk);
    await act(walk, {});
  };
}
