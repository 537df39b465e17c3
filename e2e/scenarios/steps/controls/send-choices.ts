import {chooses, flips, has, inTurn, keys, types} from './acts';
import type {Entry} from './walk';

/** Options that a draft and resending many requests share; the server shows their effect. */
export const sendChoices: readonly Entry[] = [
  [
    'combobox',
    'Credentials',
    inTurn(chooses('Don’t send'), chooses('Send to any target'), chooses(/^Only to the/)),
  ],
  ['checkbox', 'Cookies', flips()],
  ['checkbox', 'Follow redirects', flips()],
  [
    'spinbutton',
    'Timeout seconds',
    inTurn(types('0', keys('Tab'), has('1')), types('20', keys('Tab'), has('20'))),
  ],
];

export const paceChoices: readonly Entry[] = [
  ['combobox', 'Parallel requests', inTurn(chooses('2'), chooses('1'))],
  ['combobox', 'Delay between requests', inTurn(chooses('1 s'), chooses('none'))],
];
