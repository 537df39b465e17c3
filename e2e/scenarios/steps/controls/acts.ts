import type {Browser, Page} from '../../../setup/browser-driver';
import {type Located, locate, type Target} from '../../../setup/locate';
import {poll} from '../../../setup/poll';
import {click, countOf, findElement, type Surface, textOf} from '../../../setup/surface';
import {expect} from '../expect';
import {type GivenFile, giveFile, readSaved} from '../files';
import type {Act, Walk} from './walk';

/** What a user does to a control, and what they see afterwards. */

export const press: Act = ({surface}, it) => click(surface, it);

/** One after the other. */
export function inTurn(...acts: readonly Act[]): Act {
  return async (walk, it) => {
    for (const act of acts) await act(walk, it);
  };
}

/** Pressing it shows these words on the page, or in a part of it. */
export function shows(target: Target, ...words: readonly string[]): Act {
  return inTurn(press, see(target, ...words));
}

/** Pressing it removes the target. */
export function hides(target: Target): Act {
  return inTurn(press, miss(target));
}

/** Pressing it removes it or changes its name. */
export const goes: Act = async (walk, it) => {
  await click(walk.surface, it);
  await miss(it)(walk, it);
};

export function see(target: Target, ...words: readonly string[]): Act {
  return async ({surface}) => {
    await findElement(surface, target);
    for (const word of words) {
      await expect.poll(() => textOf(surface, target), {message: `“${word}” is shown`}).toContain(word);
    }
  };
}

export function miss(target: Target): Act {
  return async ({surface}) => {
    await expect.poll(() => countOf(surface, target), {message: `${JSON.stringify(target)} is gone`}).toBe(0);
  };
}

/** Presses another control on the way. */
export function pressOther(target: Target): Act {
  return ({surface}) => click(surface, target);
}

/** Pressing it changes its state; pressing it again changes it back. `on` and `off` check what is shown in each state. */
export function flips({on, off}: {on?: Act; off?: Act} = {}): Act {
  return async (walk, it) => {
    const {state} = await findElement(walk.surface, it);
    for (const wanted of [state !== 'true', state === 'true']) {
      await click(walk.surface, it);
      await expect.poll(async () => (await read(walk.surface, it))?.state).toBe(String(wanted));
      await (wanted ? on : off)?.(walk, it);
    }
  };
}

/** Pressing it once makes it selected, checked or pressed, as defined by ARIA. */
export const turnsOn: Act = async (walk, it) => {
  await click(walk.surface, it);
  await expect.poll(async () => (await read(walk.surface, it))?.state).toBe('true');
};

/** With the keyboard, since the browser renders the list that opens. */
export function chooses(option: string | RegExp, ...then: readonly Act[]): Act {
  return async (walk, it) => {
    await walk.surface.evaluate(locate, {...it, focus: true});
    const wanted = await readOptions(walk.surface, it);
    const to = wanted.names.findIndex((name) =>
      typeof option === 'string' ? name === option : option.test(name),
    );
    expect(to, `${JSON.stringify(option)} is among ${wanted.names.join(', ')}`).not.toBe(-1);
    const chosen = async () => (await readOptions(walk.surface, it)).chosen;
    let at = await chosen();
    // Each key moves by one. Without a limit, a control that reacts by changing its selection would loop forever.
    for (let left = Math.abs(to - at); left > 0; left--) {
      await walk.surface.press(to > at ? 'ArrowDown' : 'ArrowUp');
      await expect.poll(chosen, {message: `${option}: the keys move`}).not.toBe(at);
      at = await chosen();
    }
    await expect.poll(chosen, {message: `${option} is chosen`}).toBe(to);
    for (const act of then) await act(walk, it);
  };
}

/** Replaces the text of a field, and leaves it. */
export function types(text: string | ((walk: Walk) => string), ...then: readonly Act[]): Act {
  return async (walk, it) => {
    const {surface} = walk;
    const value = typeof text === 'string' ? text : text(walk);
    await click(surface, it);
    await surface.press('Control+a');
    await surface.type(value);
    await expect.poll(async () => (await read(surface, it))?.value, {message: 'what was typed'}).toBe(value);
    for (const act of then) await act(walk, it);
  };
}

export function keys(...chords: readonly string[]): Act {
  return async ({surface}) => {
    for (const chord of chords) await surface.press(chord);
  };
}

/** With the keyboard alone, for controls that the mouse cannot reach. */
export function pressKeys(...chords: readonly string[]): Act {
  return async ({surface}, it) => {
    await surface.evaluate(locate, {...it, focus: true});
    for (const chord of chords) await surface.press(chord);
  };
}

/** The control, or another one, has this value. */
export function has(value: string | RegExp, other?: Target): Act {
  return async ({surface}, it) => {
    const reading = expect.poll(async () => (await read(surface, other ?? it))?.value ?? '');
    await (typeof value === 'string' ? reading.toBe(value) : reading.toMatch(value));
  };
}

/** Pressing it saves a file that contains these words. */
export function saves(...words: readonly string[]): Act {
  return async (walk, it) => {
    const text = await readSaved(walk.surface, () => click(walk.surface, it));
    for (const word of words) expect(text).toContain(word);
  };
}

/** Pressing it opens a file dialog, which gets a file. */
export function reads(file: GivenFile | ((walk: Walk) => GivenFile), ...then: readonly Act[]): Act {
  return async (walk, it) => {
    const given = typeof file === 'function' ? file(walk) : file;
    await giveFile(walk.surface, given, () => click(walk.surface, it));
    for (const act of then) await act(walk, it);
  };
}

/** Pressing it copies text that contains these words, as it is when pasted. */
export function copies(...words: readonly string[]): Act {
  return async (walk, it) => {
    const {surface} = walk;
    await click(surface, it);
    await findElement(surface, {css: '.toast', text: 'Copied'});
    // Closes the message, so that it does not cover the next control; below a dialog it does not cover anything.
    const close = {role: 'button', name: 'Close this message', within: '.toast'};
    if ((await read(surface, close))?.reachable) await click(surface, close);
    const text = await readClipboard(walk);
    for (const word of words) expect(text).toContain(word);
  };
}

/** Where a walk pastes copied text: one page for all, since opening one takes longer than pasting. */
const pastePages = new WeakMap<Browser, Promise<Page>>();

/** Pastes into a page opened for this purpose. */
async function readClipboard({browser, site}: Walk): Promise<string> {
  const opening = pastePages.get(browser) ?? browser.open(`${site.url}/left.html`);
  pastePages.set(browser, opening);
  const page = await opening;
  await page.evaluate(() => {
    const area = document.createElement('textarea');
    document.body.replaceChildren(area);
    area.focus();
  });
  await page.press('Control+v');
  const read = () => page.evaluate(() => document.querySelector('textarea')?.value ?? '');
  await expect.poll(read, {message: 'the clipboard'}).not.toBe('');
  return await read();
}

/** Pressing it leads to a public page in a new tab, which is not opened since it is on someone else's server. */
export const leadsOut: Act = async ({surface}, it) => {
  await surface.evaluate(() => {
    const note = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null) return;
      event.preventDefault();
      document.removeEventListener('click', note);
      document.documentElement.dataset.left = `${link.target} ${link.rel} ${link.href}`;
    };
    document.addEventListener('click', note);
  });
  await click(surface, it);
  await expect
    .poll(() => surface.evaluate(() => document.documentElement.dataset.left))
    .toMatch(/^_blank noopener noreferrer https:\/\/\S+$/);
};

/** The browser's settings tab opens, and is closed again. */
export const opensSettings: Act = async (walk, it) => {
  await press(walk, it);
  const settings = await walk.browser.findExtensionPage('src/settings-page/settings.html');
  await findElement(settings, {role: 'heading', name: 'Permissions'});
  await settings.close();
};

function read(surface: Surface, it: Target): Promise<Located | null> {
  return surface.evaluate(locate, it);
}

interface Options {
  names: string[];
  chosen: number;
}

/** The options of a select; selecting one may move the focus elsewhere for a moment. */
function readOptions(surface: Surface, it: Target): Promise<Options> {
  return poll(async () => {
    await surface.evaluate(locate, {...it, focus: true});
    return surface.evaluate(() => {
      const select = document.activeElement;
      if (!(select instanceof HTMLSelectElement)) return null;
      return {names: [...select.options].map(({label}) => label.trim()), chosen: select.selectedIndex};
    });
  }, `${it.name} does not keep the keyboard.`);
}

/** Replaces the text of another field on the way. */
export function typesInto(target: Target, text: string): Act {
  return (walk) => types(text)(walk, target);
}

/** The way to a state, made of acts that do not use a control. */
export function by(...acts: readonly Act[]): (walk: Walk) => Promise<void> {
  return (walk) => inTurn(...acts)(walk, {});
}

/** Opens the menu of a row. */
export function rightClick(target: Target): Act {
  return ({surface}) => click(surface, target, {button: 'right'});
}

let lastSaved: GivenFile = {name: '', text: ''};

/** Pressing it saves a file that contains these words; the next act that reads it gets it under that name. */
export function savesFor(name: string, ...words: readonly string[]): Act {
  return async (walk, it) => {
    const text = await readSaved(walk.surface, () => click(walk.surface, it));
    for (const word of words) expect(text).toContain(word);
    lastSaved = {name, text};
  };
}

/** Pressing it opens a file dialog, which gets the last saved file with a small change. */
export function readsSaved(change: (text: string) => string, ...then: readonly Act[]): Act {
  return reads(() => ({...lastSaved, text: change(lastSaved.text)}), ...then);
}
