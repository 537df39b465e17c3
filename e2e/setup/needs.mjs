import {findChromium, findCurl, findFirefox} from './programs.mjs';

/**
 * @typedef {object} Need
 * @property {string} name the name that users know
 * @property {() => Promise<string | null> | string | null} find
 * @property {string} debianPackage
 * @property {string} advice what to do if it can't be installed from here
 */

/** @type {Need[]} */
const all = [
  {
    name: 'Chromium',
    find: findChromium,
    debianPackage: 'chromium',
    advice:
      'Install Chromium (Debian: sudo apt-get install chromium), or set CHROMIUM_PATH to a Chromium program.',
  },
  {
    name: 'Firefox',
    find: findFirefox,
    debianPackage: 'firefox-esr',
    advice:
      'Install Firefox (Debian: sudo apt-get install firefox-esr), or set FIREFOX_PATH to a Firefox program.',
  },
  {name: 'curl', find: findCurl, debianPackage: 'curl', advice: 'Install curl and put it on PATH.'},
];

/**
 * The programs of these names, in lowercase; all of them without names.
 * @param {readonly string[]} names
 * @returns {Need[]}
 */
export function toNeeds(names) {
  for (const name of names) {
    if (!all.some((need) => need.name.toLowerCase() === name))
      throw new Error(`${name} is not a known program.`);
  }
  return names.length === 0 ? all : all.filter((need) => names.includes(need.name.toLowerCase()));
}
