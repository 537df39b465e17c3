import {type PreviewState, previewStates} from './states';

const form = expectElement('form', HTMLFormElement);
const nav = expectElement('nav', HTMLElement);
const frame = expectElement('iframe', HTMLIFrameElement);
const alone = expectElement('#alone', HTMLAnchorElement);

for (const group of new Set(previewStates.map((state) => state.group))) {
  const heading = document.createElement('h2');
  heading.textContent = group;
  const list = document.createElement('ul');
  list.append(...previewStates.filter((state) => state.group === group).map(toItem));
  nav.append(heading, list);
}
form.addEventListener('input', show);
window.addEventListener('hashchange', show);
show();

function toItem(state: PreviewState): HTMLElement {
  const link = document.createElement('a');
  link.href = `#${previewStates.indexOf(state)}`;
  link.textContent = state.title;
  const item = document.createElement('li');
  item.append(link);
  return item;
}

/** Shows the state that the address names, in the selected theme and size. */
function show(): void {
  const state = previewStates[Number(location.hash.slice(1))] ?? previewStates[0];
  if (state === undefined) return;
  const choices = new FormData(form);
  const url = `../${state.path}&theme=${String(choices.get('theme'))}`;
  frame.width = String(choices.get('width'));
  frame.height = String(choices.get('height'));
  frame.src = url;
  alone.href = url;
  for (const link of nav.querySelectorAll('a')) {
    if (link.hash === `#${previewStates.indexOf(state)}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function expectElement<Type extends Element>(selector: string, type: new () => Type): Type {
  const element = document.querySelector(selector);
  if (element instanceof type) return element;
  throw new Error(`index.html has no ${selector}.`);
}
