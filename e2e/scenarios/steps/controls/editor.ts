import {click, countOf, findElement} from '../../../setup/surface';
import {expect} from '../expect';
import {row, tab} from '../steps';
import {
  by,
  chooses,
  flips,
  goes,
  has,
  hides,
  inTurn,
  keys,
  miss,
  press,
  pressKeys,
  pressOther,
  see,
  shows,
  turnsOn,
  types,
} from './acts';
import type {Act, State} from './walk';

export const text = {css: '.edit-face .cm-content'};
const fixes = {role: 'dialog', name: 'Fixes'};
const search = {css: '.cm-search'};
const counts = {role: 'status', name: 'Issues of the draft'};
const face = (name: string) => pressOther({role: 'radio', name});

/** Opens the editor of a request, in text mode, from any state. */
export const openEditor = (name: string, ...acts: readonly Act[]) =>
  by(pressOther(row(name)), pressOther(tab('Edit')), face('Text'), see(text), ...acts);

/** Changes the draft by adding one character at the end. */
export const changeDraft = inTurn(pressOther(text), keys('Control+End', 'Space'));

const focuses: Act = async (walk, it) => {
  await press(walk, it);
  await expect.poll(async () => (await findElement(walk.surface, text)).focused).toBe(true);
};

/** The element is higher than its container, and its middle is not visible. */
const takesKeyboard: Act = async (walk, it) => {
  await pressKeys()(walk, it);
  await expect.poll(async () => (await findElement(walk.surface, it)).focused).toBe(true);
};

const unfolds: Act = async ({surface}, it) => {
  const folded = {css: '.cm-foldPlaceholder'};
  const before = await countOf(surface, folded);
  await click(surface, it);
  await expect.poll(() => countOf(surface, folded)).toBe(before - 1);
};

export const editor: readonly State[] = [
  {
    name: 'the editor of a batch',
    open: openEditor('batch of 3'),
    controls: [
      [
        'radio',
        'Changes',
        inTurn(turnsOn, see({css: '.edit-face'}, 'No changes. The original bytes are sent.')),
      ],
      ['radio', 'Headers', inTurn(turnsOn, see({role: 'region', name: 'Replay headers'}))],
      ['radio', 'Text', inTurn(turnsOn, see(text))],
      ['combobox', 'Part of the batch', inTurn(chooses(/^3 · /), chooses(/^Whole batch/))],
      ['checkbox', 'Pretty-print', flips()],
      ['button', /^(error|warning|information) /, focuses],
      ['textbox', 'JSON of the draft', changeDraft],
      ['button', 'Revert', inTurn(press, see(counts, '3 warnings'))],
      ['combobox', 'Events to send', inTurn(chooses('Only events with errors'), chooses('All events'))],
      ['combobox', 'Way of sending', inTurn(chooses('As the page'), chooses('From the extension'))],
      ['combobox', 'Target', inTurn(chooses('Live (production)'), chooses('Original address'))],
      ['button', /^Fix \d+ issues?$/, shows(fixes)],
      ['button', 'Close', hides(fixes), 'Fixes'],
    ],
  },
  {
    name: 'the fixes',
    open: openEditor('batch of 3', pressOther({role: 'button', name: 'Fix ', exact: false}), see(fixes)),
    controls: [
      ['combobox', 'How to shift', chooses('Set the first to', see({role: 'textbox', name: 'Time'}))],
      ['textbox', 'Time', types('2026-11-01T10:00:00Z', see(fixes, '2026-11-01T10:00:00'))],
      ['combobox', 'How to shift', chooses('By a duration', see({role: 'textbox', name: 'Duration'}))],
      ['textbox', 'Duration', types('-1h')],
      [
        'button',
        /^Shift /,
        inTurn(press, has('', {role: 'textbox', name: 'Duration'})),
        'Shift all timestamps',
      ],
      ['button', 'Shift all timestamps so that the latest is now', inTurn(press, see({css: '.toast'}))],
      ['button', 'Mark all events as a test', goes],
      ['button', /^Set context\.group_id/, inTurn(press, see(counts, '2 warnings'))],
      ['button', 'Fix all of this kind', inTurn(press, miss({role: 'button', name: 'Fix all of this kind'}))],
      ['button', 'Fixes', hides(fixes)],
    ],
  },
  {
    name: 'the changes of a draft',
    open: openEditor('batch of 3', changeDraft, face('Changes'), see({css: '.edit-merge'})),
    controls: [
      ['textbox', {each: /^(Original|Draft)$/}, inTurn(press, keys('Control+a'))],
      ['combobox', 'Comparison view', chooses('Inline', see({css: '.edit-merge'}))],
      ['textbox', 'Changes from the original to the draft', takesKeyboard],
      [
        'combobox',
        'Comparison view',
        chooses('By field', see({role: 'region', name: 'Changes by field'}, 'group_id')),
      ],
      ['combobox', 'Comparison view', chooses('Side by side', see({css: '.edit-merge'}))],
    ],
  },
  {
    name: 'the search in the editor',
    open: openEditor('batch of 3', pressOther(text), keys('Control+f'), see(search)),
    controls: [
      ['textbox', 'Find', types('event_name')],
      ['checkbox', 'match case', flips()],
      ['checkbox', 'regexp', flips()],
      ['checkbox', 'by word', flips()],
      ['button', 'next', inTurn(press, see({css: '.cm-searchMatch-selected'}))],
      ['button', 'previous', inTurn(press, see({css: '.cm-searchMatch-selected'}))],
      ['button', 'all', inTurn(press, see({css: '.cm-selectionBackground, .cm-searchMatch'}))],
      ['textbox', 'Replace', types('other_name')],
      ['button', 'replace', inTurn(press, see(text, 'other_name'))],
      ['button', 'replace all', inTurn(press, see(counts, 'errors'))],
      ['button', 'close', hides(search)],
    ],
  },
  {
    name: 'the events of a batch of which one is shown',
    open: async (walk) => {
      await openEditor('batch of 3')(walk);
      await chooses(/^2 · /)(walk, {role: 'combobox', name: 'Part of the batch'});
    },
    controls: [['button', /^folded: /, unfolds]],
  },
];
