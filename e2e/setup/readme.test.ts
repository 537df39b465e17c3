import {readFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import {helpSections} from '../../src/panel/view/help/help-sections';

const begin = '<!-- shortcuts: src/panel/view/help/help-sections.ts -->\n';
const end = '<!-- /shortcuts -->';

/** Keys as `<kbd>`, typed text as code; a table cell cannot contain `|`. */
function toMarkdown(): string {
  return helpSections
    .map(({title, rows}) => {
      const isTyped = title === 'Filter words';
      const lines = rows.map(({ways, does}) => {
        const shown = ways.map((keys) =>
          isTyped ? `\`${keys.join(' ')}\`` : keys.map((key) => `<kbd>${key}</kbd>`).join(' '),
        );
        return `| ${shown.join(', ')} | ${does} |`;
      });
      return [`**${title}**`, '', '| | |', '|---|---|', ...lines].join('\n');
    })
    .join('\n\n');
}

it('README.md lists the shortcuts and filter words that the panel does', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const listed = readme.slice(readme.indexOf(begin) + begin.length, readme.indexOf(end));
  expect(listed.trim()).toBe(toMarkdown());
});
