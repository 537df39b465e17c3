import {useMemo} from 'preact/hooks';
import {diffJson, type JsonDifference} from '../../../domain/edit/diff/diff-json';
import {formatCount} from '../format/format-count';
import {shorten} from '../format/shorten';

const MAX_ROWS = 500;
const MAX_SHOWN = 200;

interface FieldChangesProps {
  before: string;
  after: string;
  /** Headers of the two columns of values. */
  titles?: readonly [before: string, after: string];
  /** Shown if no field differs. */
  same?: string;
}

/** The differences by place in the document, with values as written. */
export function FieldChanges({
  before,
  after,
  titles = ['Before', 'After'],
  same = 'No field changed. Only white space or the order of keys differs.',
}: FieldChangesProps) {
  const differences = useMemo(() => compare(before, after), [before, after]);
  if (differences === null) {
    return <p class="edit-empty">One of the two is not valid JSON, so only their texts can be compared.</p>;
  }
  if (differences.length === 0) {
    return <p class="edit-empty">{same}</p>;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="edit-field-table" aria-label="Changes by field" tabIndex={0}>
      <table class="edit-headers edit-fields">
        <thead>
          <tr>
            <th scope="col">Field</th>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.slice(0, MAX_ROWS).map((difference) => (
            <Row key={`${difference.kind} ${difference.pointer}`} difference={difference} />
          ))}
        </tbody>
      </table>
      {differences.length > MAX_ROWS && (
        <p class="edit-muted">And {formatCount(differences.length - MAX_ROWS)} more.</p>
      )}
    </section>
  );
}

function Row({difference: {pointer, before, after}}: {difference: JsonDifference}) {
  return (
    <tr>
      <th scope="row">{shorten(pointer, MAX_SHOWN) || 'the whole body'}</th>
      <td>{before === null ? <Absent /> : <del>{shorten(before, MAX_SHOWN)}</del>}</td>
      <td>{after === null ? <Absent /> : <ins>{shorten(after, MAX_SHOWN)}</ins>}</td>
    </tr>
  );
}

function Absent() {
  return <span class="edit-muted">nothing</span>;
}

function compare(before: string, after: string): JsonDifference[] | null {
  return isJson(before) && isJson(after) ? diffJson(before, after) : null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
    return true;
  } catch {
    // Sent on purpose, or not fixed yet.
    return false;
  }
}
