import {useState} from 'preact/hooks';
import {formatCount} from '../format/format-count';
import {Visible} from '../format/Visible';

interface LongTextProps {
  text: string;
  /** Accessible name of the region. */
  label: string;
}

/** A single element with more text is slow to lay out if the text is one line. */
const CHUNK = 4000;
const FIRST = 5;
const MORE = 25;

/** Selectable text, unchanged; of a long one the beginning, and more on request, so that 2 MB do not slow the panel down. */
export function LongText({text, label}: LongTextProps) {
  const [shown, setShown] = useState(FIRST);
  const chunks = toChunks(text, shown);
  const left = text.length - chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="long-text" aria-label={label} tabIndex={0}>
      <pre>
        {chunks.map((chunk, index) => (
          <span key={index} class="long-text-chunk">
            <Visible text={chunk} />
          </span>
        ))}
      </pre>
      {left > 0 && (
        <button type="button" class="button" onClick={() => setShown(shown + MORE)}>
          Show more ({formatCount(left)} characters left)
        </button>
      )}
    </section>
  );
}

/** Never splits a surrogate pair. */
function toChunks(text: string, count: number): string[] {
  const chunks: string[] = [];
  let from = 0;
  while (from < text.length && chunks.length < count) {
    let to = Math.min(text.length, from + CHUNK);
    if (isHighSurrogate(text.charCodeAt(to - 1)) && to < text.length) to++;
    chunks.push(text.slice(from, to));
    from = to;
  }
  return chunks;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
