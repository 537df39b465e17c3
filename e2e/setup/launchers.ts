import {launchChromium} from '../chromium/chromium-driver';
import {launchFirefox} from '../firefox/firefox-driver';

/** How each browser is started, by its name. */
export const launchers = {chromium: launchChromium, firefox: launchFirefox};
