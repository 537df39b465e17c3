import {useState} from 'preact/hooks';
import type {Issue} from '../../../../domain/verdict/issue';
import {countOf, formatCount} from '../../format/format-count';
import {shorten} from '../../format/shorten';
import {ChevronIcon} from '../../icons';
import {FieldIssue} from './FieldIssue';
import {MAX_WHOLE, toPreview} from './to-preview';
import type {TreeRow} from './to-tree-rows';

interface TreeLineProps {
  row: TreeRow;
  /** The number as it was written, if JavaScript would show another. */
  exact: string | undefined;
  position: number;
  active: boolean;
  onChoose(): void;
  onToggle(): void;
  onMore(): void;
  onFix(issue: Issue): void;
}

const MAX_NAME = 300;

/** One field: its name, its value, and below it its issues. */
export function TreeLine({row, exact, position, active, onChoose, onToggle, onMore, onFix}: TreeLineProps) {
  const gravest = row.issues.find(({severity}) => severity === 'error') ?? row.issues[0];
  const choose = () => {
    onChoose();
    if (row.kind === 'more') onMore();
    else onToggle();
  };
  return (
    <div
      id={`field-${position}`}
      class="field"
      {...toItemProps(row, active)}
      data-active={active}
      data-kind={row.kind}
      data-severity={gravest?.severity}
      style={{'--depth': row.depth}}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys of its items */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the line is the visible part of its tree item */}
      <div class="field-line" onClick={choose}>
        <span class="chevron" data-open={row.expanded === true}>
          {row.expanded !== null && <ChevronIcon />}
        </span>
        {row.kind === 'more' ? (
          <span class="field-more">Show more ({formatCount(row.left)} left)</span>
        ) : (
          <>
            <span class="field-name">{shorten(row.name, MAX_NAME)}</span>
            {row.kind === 'ghost' ? (
              <span class="field-missing">missing</span>
            ) : (
              <FieldValue row={row} exact={exact} />
            )}
          </>
        )}
        {row.hiddenIssues > 0 && (
          <span class="field-hidden">{countOf(row.hiddenIssues, 'issue')} inside</span>
        )}
      </div>
      {row.issues.map((issue, index) => (
        <FieldIssue key={`${index} ${issue.code}`} issue={issue} onFix={onFix} />
      ))}
    </div>
  );
}

/** The Request tab shows longer texts. */
export function toOffer(length: number): string {
  return length > MAX_WHOLE
    ? `show ${formatCount(MAX_WHOLE)} of ${formatCount(length)} characters`
    : `show all ${formatCount(length)} characters`;
}

/** The focus stays on the tree, which refers to the active item. */
function toItemProps(row: TreeRow, active: boolean) {
  return {
    role: 'treeitem' as const,
    'aria-level': row.depth + 1,
    'aria-expanded': row.expanded ?? undefined,
    'aria-selected': active,
  };
}

/** A value on its line; a long text is shortened unless the user expands it. */
function FieldValue({row, exact}: Pick<TreeLineProps, 'row' | 'exact'>) {
  const [whole, setWhole] = useState(false);
  const {value} = row;
  if (value === undefined) return null;
  const {text, kind, isCut} = toPreview(value, row.expanded === true, whole);
  return (
    <>
      <span class="field-value" data-type={kind}>
        {(kind === 'number' ? exact : undefined) ?? text}
      </span>
      {(isCut || whole) && typeof value === 'string' && (
        <button
          type="button"
          class="link"
          onClick={(event) => {
            event.stopPropagation();
            setWhole(!whole);
          }}
        >
          {whole ? 'show less' : toOffer(value.length)}
        </button>
      )}
    </>
  );
}
