import {describe, expect, it} from 'vitest';
import css from './tokens.css?raw';

const themes = ['light', 'dark'] as const;
const surfaces = [
  '--bg',
  '--bg-raised',
  '--bg-input',
  '--row-hover',
  '--row-selected',
  '--error-tint',
  '--warning-tint',
  '--info-tint',
  '--ok-tint',
];
const texts = ['--fg', '--fg-muted', '--accent', '--error', '--warning', '--info', '--ok'];
const json = ['--json-key', '--json-string', '--json-number', '--json-atom'];
/** The editor's own background, and those of its marks and changes. */
const shownIn = ['--bg-input', '--error-tint', '--warning-tint', '--ok-tint', '--row-selected'];
const pairs: [text: string, surface: string][] = [
  ...surfaces.flatMap((surface) => texts.map((text): [string, string] => [text, surface])),
  ...json.flatMap((text) => shownIn.map((surface): [string, string] => [text, surface])),
  ['--on-accent', '--accent-fill'],
  ['--on-error', '--error-fill'],
];

/** The colour of a token in each theme, read from its `light-dark(…)`. */
function readColour(name: string): Record<(typeof themes)[number], string> {
  const match = new RegExp(`${name}: light-dark\\((#\\w{6}), (#\\w{6})\\);`).exec(css);
  if (!match?.[1] || !match[2]) throw new Error(`tokens.css has no colour ${name}`);
  return {light: match[1], dark: match[2]};
}

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function toLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toContrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [toLuminance(a), toLuminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

describe.each(themes)('the %s theme', (theme) => {
  it.each(pairs)('shows %s on %s with a contrast of at least 4.5', (text, surface) => {
    expect(toContrast(readColour(text)[theme], readColour(surface)[theme])).toBeGreaterThanOrEqual(4.5);
  });

  it('draws control borders and the focus ring with a contrast of at least 3', () => {
    for (const line of ['--border-strong', '--focus']) {
      expect(toContrast(readColour(line)[theme], readColour('--bg')[theme])).toBeGreaterThanOrEqual(3);
    }
  });
});
