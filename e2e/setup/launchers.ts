import {launchChromium} from '../chromium/chromium-driver';
import {launchFirefox} from '../firefox/firefox-driver';

/** The function that starts each browser, by name. */
export const launchers = {chromium: launchChromium, firefox: launchFirefox};
