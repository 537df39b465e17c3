import browser from 'webextension-polyfill';
import {toErrorMessage} from '../domain/to-error-message';
import {ALL_SITES, toMatchPatterns} from './to-match-patterns';

// Requests the host access that the panel named in this page's address: in Firefox a panel can't request it itself.

const origins = toMatchPatterns(new URL(location.href).searchParams.getAll('origin'));
const list = expectElement('origins');
const button = expectElement('allow');
const result = expectElement('result');

for (const origin of origins) {
  const item = document.createElement('li');
  item.textContent = origin === ALL_SITES ? 'all sites' : origin;
  list.append(item);
}
if (origins.length === 0) finish('Nothing to allow. Open this page from the panel.');

button.addEventListener('click', () => {
  browser.permissions
    .request({origins})
    .then((granted) => {
      if (granted) finish('Access is allowed. You can close this tab.');
      else result.textContent = 'The browser did not allow access. Nothing has changed.';
    })
    .catch((error: unknown) => {
      result.textContent = `The browser could not allow access: ${toErrorMessage(error)}`;
    });
});

function finish(text: string): void {
  button.hidden = true;
  result.textContent = text;
}

function expectElement(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`permission.html has no element “${id}”.`);
  return element;
}
