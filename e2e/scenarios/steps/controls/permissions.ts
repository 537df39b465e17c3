import {poll} from '../../../setup/poll';
import {click, findElement} from '../../../setup/surface';
import {allowAsked} from '../allow-asked';
import {chooses, goes, hides, inTurn, miss, press, see} from './acts';
import {openEditor} from './editor';
import type {Act, State} from './walk';

const steps = {role: 'region', name: 'Nothing captured yet'};
const everywhere = '*://*/*';
const stay = async () => undefined;
const permissionPage = 'src/permission-page/permission.html';

/** Presses the control, accepts the browser's prompt and checks the result; then the permission is revoked. */
const isAllowed =
  (pattern: string, ...seen: readonly Act[]): Act =>
  async (walk, it) => {
    await allowAsked(walk.browser, pattern, () => press(walk, it));
    await inTurn(...seen)(walk, it);
    await walk.browser.revokeHosts([pattern]);
    await see(it)(walk, it);
  };

const captures = see({css: '.status-capture'}, 'capture: on');
const site = 'http://127.0.0.1/*';
const captureHere = {role: 'button', name: 'Capture on this site'};

/** The page is reloaded: a marker on its document is gone. */
const reloadsPage: Act = async (walk, it) => {
  const {page} = walk;
  await page.evaluate(() => document.documentElement.toggleAttribute('data-old', true));
  await press(walk, it);
  await poll(
    () => page.evaluate(() => !document.documentElement.hasAttribute('data-old')),
    'The page is not reloaded.',
  );
};

/** States before anything is permitted or captured, with a page that does not send requests automatically. */
export const firstSteps: readonly State[] = [
  {
    name: 'the first steps, permitted',
    open: ({browser, surface}) => allowAsked(browser, site, () => click(surface, captureHere)),
    controls: [
      [
        'button',
        'Reload the page',
        inTurn(reloadsPage, ({browser}) => browser.revokeHosts([site]), see(captureHere)),
      ],
    ],
  },
  {
    name: 'the first steps',
    open: stay,
    controls: [
      ['button', 'Capture on all sites', isAllowed(everywhere, captures), 'Nothing captured yet'],
      ['button', 'Capture on this site', isAllowed(site, captures), 'Nothing captured yet'],
      ['button', 'Do not show this again', hides(steps)],
    ],
  },
  {
    name: 'without permission',
    open: stay,
    controls: [
      ['button', 'Capture on all sites', isAllowed(everywhere, captures)],
      [
        'button',
        'Capture on this site',
        isAllowed(site, captures, (walk) => reloadsPage(walk, {role: 'button', name: 'Reload the page'})),
      ],
    ],
  },
];

const offersAccess: Act = async (walk, it) => {
  await allowAsked(walk.browser, 'http://localhost/*', () => press(walk, it));
  await miss(it)(walk, it);
};

/** States with a target whose host is not permitted. */
export const offers: readonly State[] = [
  {
    name: 'a target whose host is not permitted',
    open: async (walk) => {
      await openEditor('right_thing')(walk);
      await chooses('Live (production)')(walk, {role: 'combobox', name: 'Target'});
    },
    controls: [['button', /^Allow sending to localhost/, offersAccess]],
  },
];

const allowsEverywhere: Act = async (walk, it) => {
  await walk.browser.allowHosts([everywhere], () => press(walk, it));
  await miss(it)(walk, it);
};

/** States on the settings page, which may ask for permissions itself. */
export const settingsPermissions: readonly State[] = [
  {
    name: 'permissions',
    open: stay,
    controls: [
      ['button', 'Revoke http://localhost/*', goes],
      ['button', 'Revoke http://127.0.0.1/*', goes],
      ['button', 'Allow on all sites…', allowsEverywhere],
      ['button', 'Revoke *://*/*', inTurn(goes, see({role: 'button', name: 'Allow on all sites…'}))],
    ],
  },
];

const opensAgain: Act = async (walk, it) => {
  await findElement(walk.surface, it);
  await walk.browser.allowHosts([site], () => press(walk, it));
  await inTurn(see({role: 'status'}, 'Access is allowed.'), miss(it))(walk, it);
};

export const permission: readonly State[] = [
  {
    name: 'the page that asks',
    open: stay,
    controls: [['button', 'Allow access', opensAgain]],
  },
];

/** The page that the panel opens to let a user allow a site. */
export const permissionPath = `${permissionPage}?origin=${encodeURIComponent('http://127.0.0.1:1')}`;
