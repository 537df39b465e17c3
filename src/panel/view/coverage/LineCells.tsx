import {parseUrl} from '../../../domain/parse-url';
import type {Grade} from '../../../domain/plans/coverage/coverage-row';
import {gradeWords, toRowTitle} from '../../../domain/plans/report/describe-row';
import {gradeOrder} from '../../store/coverage/arrange-rows';
import type {CoverageLine} from '../../store/coverage/coverage-line';
import {toVerdict} from '../../store/log/log-entry';
import {countOf, formatCount} from '../format/format-count';
import {formatTime} from '../format/format-time';
import {shorten} from '../format/shorten';
import {ChevronIcon} from '../icons';
import {useStore} from '../store-context';
import {VerdictMark} from '../VerdictMark';
import {ExpectationCells} from './ExpectationCells';
import {GradeMark} from './GradeMark';
import {PropertyCells} from './PropertyCells';

const gridcell = {role: 'gridcell'} as const;

/** The cells of a line. */
export function LineCells({line}: {line: CoverageLine}) {
  switch (line.kind) {
    case 'section':
      return <SectionCells {...line} />;
    case 'row':
      return <RowCells {...line} />;
    case 'expectation':
      return <ExpectationCells {...line} />;
    case 'property':
      return <PropertyCells property={line.property} seen={line.row.seen} />;
    case 'event':
      return <EventCells request={line.ref.request} event={line.ref.event} />;
    case 'note':
      return (
        <div class="cell line-text" {...gridcell} title={shorten(line.text, 2000)}>
          <span class="quiet">{line.title}: </span>
          {shorten(line.text, 500)}
        </div>
      );
    case 'heading':
      return (
        <div class="cell line-text line-title" {...gridcell}>
          {line.text}
        </div>
      );
    case 'action':
      return (
        <div class="cell line-text line-do" {...gridcell}>
          {line.text}
        </div>
      );
  }
}

function SectionCells({title, rows, counts, isOpen}: CoverageLine & {kind: 'section'}) {
  const noun = rows.some(({rule}) => rule) ? 'rule' : 'event';
  return (
    <>
      <div class="cell cell-event" {...gridcell}>
        <span class="chevron" data-open={isOpen}>
          <ChevronIcon />
        </span>
        <span class="coverage-name line-title" title={shorten(title, 300)}>
          {shorten(title, 200)}
        </span>
        <span class="coverage-section">{countOf(rows.length, noun)}</span>
      </div>
      <div class="cell cell-counts" {...gridcell}>
        {gradeOrder
          .filter((grade) => counts[grade] > 0)
          .map((grade) => (
            <span key={grade} class="grade-count">
              <GradeMark grade={grade} />
              {formatCount(counts[grade])}
              <span class="hidden"> {gradeWords[grade]}</span>
            </span>
          ))}
      </div>
    </>
  );
}

/** The grade in the run that is compared with; null: the row did not exist. */
function FormerGrade({grade}: {grade: Grade | null}) {
  if (grade === null) return <span class="type-mark coverage-was">new</span>;
  return (
    <span class="type-mark coverage-was" title={`was ${gradeWords[grade]}`}>
      was <span class="was-words">{gradeWords[grade]}</span>
      <GradeMark grade={grade} />
    </span>
  );
}

function RowCells({row, isOpen, was, isPicked, owner}: CoverageLine & {kind: 'row'}) {
  const {grade, seen, faulty, firstSeen, lastSeen, pages, releases, rule} = row;
  const share = seen === 0 ? null : faulty / seen;
  return (
    <>
      <div class="cell cell-event" {...gridcell}>
        <span class="chevron" data-open={isOpen}>
          <ChevronIcon />
        </span>
        <GradeMark grade={grade} />
        <span class="coverage-name" title={shorten(toRowTitle(row), 300)}>
          {shorten(toRowTitle(row), 200)}
        </span>
        {isPicked && <span class="type-mark coverage-was">picked</span>}
        {rule?.version != null && <span class="type-mark">v{shorten(String(rule.version), 20)}</span>}
        {was !== undefined && <FormerGrade grade={was} />}
        {owner === null && rule?.section && <span class="coverage-section">{shorten(rule.section, 60)}</span>}
      </div>
      <div class="cell cell-grade" {...gridcell} data-grade={grade}>
        {gradeWords[grade]}
      </div>
      <div class="cell cell-seen" {...gridcell}>
        {seen === 0 ? '–' : formatCount(seen)}
      </div>
      <div class="cell cell-share" {...gridcell}>
        {share !== null && (
          <>
            <span class="share-track" aria-hidden="true">
              <span style={{width: `${share * 100}%`}} />
            </span>
            {faulty === 0 ? '0' : `${formatCount(faulty)} · ${toPercent(share)}`}
          </>
        )}
      </div>
      <div class="cell cell-first" {...gridcell}>
        {toShortTime(firstSeen)}
      </div>
      <div class="cell cell-last" {...gridcell}>
        {toShortTime(lastSeen)}
      </div>
      <div class="cell cell-page" {...gridcell} title={toTitle(pages)}>
        {toMany(pages.map(toPath))}
      </div>
      <div class="cell cell-release" {...gridcell} title={toTitle(releases)}>
        {toMany(releases)}
      </div>
    </>
  );
}

function EventCells({request, event}: {request: string; event: number}) {
  const {list} = useStore();
  const entry = list.get(request);
  const summary = entry?.events[event];
  if (!entry || !summary) {
    return (
      <div class="cell line-text quiet" {...gridcell}>
        no longer in the log
      </div>
    );
  }
  const counts = entry.events.length === 1 ? entry.total : summary.issues;
  const codes = entry.events.length === 1 ? entry.rowCodes : summary.rowCodes;
  return (
    <div class="cell line-text" {...gridcell}>
      <VerdictMark verdict={toVerdict(counts, entry.decoded)} />
      <span class="line-time">{formatTime(entry.head.startedAt)}</span>
      <span class="coverage-name">
        {codes.length === 0 ? shorten(entry.page ?? '', 200) : codes.join(', ')}
      </span>
    </div>
  );
}

function toShortTime(at: number | null): string {
  return at === null ? '' : formatTime(at).replace(/\.\d+$/, '');
}

function toPath(page: string): string {
  return parseUrl(page)?.pathname ?? page;
}

/** A line each. */
function toTitle(values: readonly string[]): string {
  return values.map((value) => shorten(value, 300)).join('\n');
}

function toMany(values: readonly string[]): string {
  const [first] = values;
  if (first === undefined) return '';
  return values.length === 1 ? shorten(first, 100) : `${shorten(first, 100)} +${values.length - 1}`;
}

/** 0.004 → "<1 %": a small share is never rounded to 0 %, and a large one never to 100 %. */
function toPercent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0) return '<1 %';
  return rounded === 100 && share < 1 ? '>99 %' : `${rounded} %`;
}
