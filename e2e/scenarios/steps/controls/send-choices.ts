import {chooses, flips, has, keys, then, types} from './acts';
import type {Entry} from './walk';

/** Choices that a draft and the sending of many requests have in common; what they do, the server sees. */
export const sendChoices: readonly Entry[] = [
  [
    'combobox',
    'Credentials',
    then(chooses('Don’t send'), chooses('Send to any target'), chooses(/^Only to the/)),
  ],
  ['checkbox', 'Cookies', flips()],
  ['checkbox', 'Follow redirects', flips()],
  [
    'spinbutton',
    'Timeout seconds',
    then(types('0', keys('Tab'), has('1')), types('20', keys('Tab'), has('20'))),
  ],
];

export const paceChoices: readonly Entry[] = [
  ['combobox', 'Parallel requests', then(chooses('2'), chooses('1'))],
  ['combobox', 'Delay between requests', then(chooses('1 s'), chooses('none'))],
];
