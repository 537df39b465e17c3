import {expect, it} from 'vitest';
import {readControls, UNKNOWN} from './read-controls';

it.each([
  [`<button aria-label="Close this">x</button>`, ['Close this']],
  [`<button>{isOpen ? 'Close it' : 'Open it'}</button>`, ['Close it', 'Open it']],
  [`<button>Show {count} more</button>`, [`Show ${UNKNOWN} more`]],
  [`<button aria-label={\`Remove \${name}\`}>Remove</button>`, [`Remove ${UNKNOWN}`]],
  [`<label><span>Timeout</span><input type="number" /><span>seconds</span></label>`, ['Timeout seconds']],
  [`<label>Pages <input aria-label="Pages, * for all" /></label>`, ['Pages, * for all']],
  [`<label>{/* Of this one. */}<input type="checkbox" /> Include it</label>`, ['Include it']],
  [`<select aria-label="Event"><option>all</option></select>`, ['Event']],
  [`<select><option>all</option></select>`, []],
  [`<Field label="Host"><input value="a" /></Field>`, ['Host']],
  [`<Meter label="Size" />`, []],
  [`<MenuItem close={close}>Save it</MenuItem>`, ['Save it']],
  [`<label>Choose a file <input type="file" /></label>`, []],
  [`<span>Not a control</span>`, []],
  [`<button>{title}</button>`, []],
])('%s', (source, names) => {
  expect(readControls(`const view = ${source};`, 'view.tsx').map(({name}) => name)).toEqual(names);
});
