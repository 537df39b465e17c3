import type {PlanReport} from '../../../domain/plans/report/report-input';
import {toCoverageCsv, toViolationsCsv} from '../../../domain/plans/report/to-csv';
import {toCoverageJson} from '../../../domain/plans/report/to-json';
import {toCoverageJunit} from '../../../domain/plans/report/to-junit';
import {toCoverageMarkdown} from '../../../domain/plans/report/to-markdown';
import type {CoverageStore} from '../../store/coverage/coverage-store';
import {toReport} from '../../store/coverage/to-report';
import type {PanelStore} from '../../store/create-panel-store';
import {toMaskedWords} from '../detail/event/to-masked-words';
import {download} from '../frame/download';
import {Menu, MenuItem} from '../frame/Menu';
import {SaveIcon} from '../icons';

interface ReportFile {
  title: string;
  name: string;
  type: string;
  write(report: PlanReport): string;
}

const files: readonly ReportFile[] = [
  {title: 'CSV', name: 'coverage.csv', type: 'text/csv', write: toCoverageCsv},
  {title: 'CSV of all issues', name: 'coverage-issues.csv', type: 'text/csv', write: toViolationsCsv},
  {title: 'JSON', name: 'coverage.json', type: 'application/json', write: toCoverageJson},
  {
    title: 'JUnit (never seen fails)',
    name: 'coverage.xml',
    type: 'application/xml',
    write: (report) => toCoverageJunit(report, {neverSeen: 'failure'}),
  },
  {
    title: 'JUnit (never seen is skipped)',
    name: 'coverage.xml',
    type: 'application/xml',
    write: (report) => toCoverageJunit(report, {neverSeen: 'skipped'}),
  },
];

interface ReportMenuProps {
  store: PanelStore;
  coverage: CoverageStore;
  /** The plan's title; null if there is none. */
  title: string | null;
}

/** Exports the rows that are shown, with their issues, as a ticket or a file. */
export function ReportMenu({store, coverage, title}: ReportMenuProps) {
  function hand(done: string, give: (report: PlanReport) => Promise<void> | void): void {
    void coverage.whenCounted(async () => {
      const issues = await store.ask({kind: 'issues'});
      await give(toReport(coverage, title, issues, (issue) => toMaskedWords(issue).message));
      store.notices.tell(done);
    });
  }

  return (
    <Menu id="report-menu" label="Copy or save coverage" Icon={SaveIcon}>
      {(close) => (
        <>
          <MenuItem
            close={close}
            onPick={() =>
              hand('Copied as Markdown.', (report) =>
                navigator.clipboard.writeText(toCoverageMarkdown(report)),
              )
            }
          >
            Copy as Markdown
          </MenuItem>
          {files.map(({title: name, write, ...file}) => (
            <MenuItem
              key={name}
              close={close}
              onPick={() =>
                hand(`Saved as ${file.name}.`, (report) => download(write(report), file.name, file.type))
              }
            >
              Save as {name}
            </MenuItem>
          ))}
        </>
      )}
    </Menu>
  );
}
