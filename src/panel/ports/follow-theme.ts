import type {Browser} from 'webextension-polyfill';

/**
 * Applies DevTools' theme to the page. In Firefox `prefers-color-scheme` follows it; in Chromium it follows the
 * system instead, so the theme's name, "default" or "dark", is written on the root element.
 */
export function followTheme(panels: Browser['devtools']['panels'], root: HTMLElement): void {
  const wear = (name: string) => {
    root.dataset.theme = name === 'dark' ? 'dark' : 'light';
  };
  wear(panels.themeName);
  if (canHandleTheme(panels)) panels.setThemeChangeHandler(wear);
  else panels.onThemeChanged.addListener(wear);
}

/** Chromium's name for it, which the polyfill passes through. */
interface ThemeHandling {
  setThemeChangeHandler(handler: (name: string) => void): void;
}

function canHandleTheme<Panels extends object>(panels: Panels): panels is Panels & ThemeHandling {
  return 'setThemeChangeHandler' in panels;
}
