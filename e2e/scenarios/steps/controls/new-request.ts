import {pastePlan} from '../import-plan';
import {by, chooses, flips, hides, press, pressOther, see, shows, types} from './acts';
import {harOf} from './samples';
import type {Act, State} from './walk';

const newRequest = pressOther({role: 'button', name: 'New request'});
const area = {role: 'textbox', name: 'Paste a cURL command, a fetch call, JSON, or an entry of a HAR file'};

/** Two requests at once; the second one contains a credential. */
const pasted = () => {
  const [first, second] = ['first_pasted', 'second_pasted'].map(
    (name) => JSON.parse(harOf(name).text).log.entries[0],
  );
  second.request.headers.push({name: 'x-api-key', value: 'pasted-4711'});
  return JSON.stringify({log: {entries: [first, second]}});
};

const pastes: Act = async (walk, it) => {
  await press(walk, it);
  await pastePlan(walk.surface, pasted());
  await see({css: '.edit-paste'}, '2 requests found')(walk, it);
};

export const newRequests: readonly State[] = [
  {
    name: 'a text that is pasted',
    open: by(newRequest),
    controls: [
      ['textbox', area.name, pastes],
      ['combobox', 'Request', chooses(/^2 · /, see({css: '.edit-paste'}, 'x-api-key (header)'))],
      ['checkbox', 'x-api-key (header)', flips()],
      ['button', 'Open as draft', shows({css: '.cm-content'}, 'second_pasted')],
      ['combobox', 'Method', chooses('PUT')],
      ['textbox', 'Address', types((walk) => `${walk.endpoint}?typed`)],
      ['button', 'Paste another', shows(area)],
      ['button', /^Draft of .*second_pasted/, shows({css: '.cm-content'}, 'second_pasted')],
      ['button', 'Close the new request', hides({role: 'region', name: 'New request'})],
    ],
  },
];
