import {expect} from '../expect';
import {row} from '../steps';
import {by, chooses, hides, inTurn, miss, press, pressOther, rightClick, see, shows} from './acts';
import {paceChoices, sendChoices} from './send-choices';
import type {Act, State} from './walk';

const pane = {role: 'region', name: 'Resend', exact: true};
const question = {role: 'alertdialog'};
const credentials = {role: 'combobox', name: 'Credentials'};
const send = {role: 'button', name: 'Send 1 request'};
const openPane = by(
  rightClick(row('right_thing')),
  pressOther({role: 'menuitem', name: 'Resend request…'}),
  see(send),
);

/** The server, which has received this number of requests, receives another one; `hasKey`: whether with its credential. */
const reachesServer =
  (hasKey: boolean, ...after: readonly Act[]): Act =>
  async (walk, it) => {
    const count = () => walk.api.received.filter(({answer}) => answer !== null).length;
    const before = count();
    await press(walk, it);
    await expect.poll(count, {message: 'the server gets it'}).toBe(before + 1);
    const last = walk.api.received.findLast(({answer}) => answer !== null);
    expect(last?.header('x-api-key') !== undefined).toBe(hasKey);
    await inTurn(...after)(walk, it);
  };

/** The first of two requests hangs at the server, so that there is time to press the controls shown meanwhile. */
const openHanging: State['open'] = async (walk) => {
  const hanging = walk.api.behave({hang: true, match: ({method}) => method === 'POST'});
  await by(
    rightClick({css: '.row-visit', text: 'left.html'}),
    pressOther({role: 'menuitem', name: 'Resend all requests of this page…'}),
    pressOther({role: 'button', name: 'Send 3 requests'}),
    see(pane, 'sending…'),
  )(walk);
  // The effect of pressing them is shown before the response arrives.
  after.set(walk.api, hanging.release);
};
const after = new Map<unknown, () => void>();
const letsGo: Act = async ({api}) => after.get(api)?.();

export const resend: readonly State[] = [
  {
    name: 'what is sent again',
    open: openPane,
    controls: [
      ['combobox', 'Way of sending', inTurn(chooses('As the page'), chooses('From the extension'))],
      ...sendChoices,
      ...paceChoices,
      ['button', /^Send \d+ requests?$/, reachesServer(true, see(pane, '1 of 1 request accepted'))],
      ['button', 'Back to options', shows(pane, 'Send 1 request')],
    ],
  },
  {
    name: 'what is sent again without its credentials',
    open: async (walk) => {
      await openPane(walk);
      await chooses('Don’t send')(walk, credentials);
      await by(pressOther(send), see(pane, '1 failed'))(walk);
    },
    controls: [
      ['button', 'Retry failed', reachesServer(false, see(pane, '1 failed'))],
      ['button', 'Back to options', inTurn(press, (walk) => chooses(/^Only to the/)(walk, credentials))],
    ],
  },
  {
    name: 'what is sent again to a production target',
    open: async (walk) => {
      await openPane(walk);
      await chooses('Live (production)')(walk, {role: 'combobox', name: 'Target'});
      await by(pressOther(send), see(question, 'Live is a production target'))(walk);
    },
    controls: [
      ['button', 'Cancel', hides(question)],
      ['button', 'Send anyway', inTurn(press, see(pane, '1 failed'))],
      ['button', 'Back to options', press],
      ['combobox', 'Target', chooses('Original address')],
    ],
  },
  {
    name: 'what is being sent again',
    open: openHanging,
    controls: [
      ['button', 'Pause', inTurn(press, letsGo, see(pane, '1 of 3 requests accepted (paused)'))],
      ['button', 'Resume', inTurn(press, see(pane, '3 of 3 requests accepted'))],
      ['button', 'Back to options', press],
    ],
  },
  {
    name: 'what is being sent again, and is cancelled',
    open: openHanging,
    controls: [
      ['button', 'Cancel', inTurn(press, letsGo, see(pane, '1 of 3 requests accepted', 'not sent'))],
      ['button', 'Back to options', inTurn(press, miss({role: 'button', name: 'Back to options'}))],
    ],
  },
];
