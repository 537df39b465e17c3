import type {CoverageRow, Grade} from '../../../domain/plans/coverage/coverage-row';
import type {PropertyCoverage} from '../../../domain/plans/coverage/property-coverage';
import type {SightingRef} from '../../../domain/plans/coverage/sighting';
import type {Expectation} from '../../../domain/plans/expectations/expectation';
import type {RowSection} from './arrange-rows';
import type {ShownExpectation} from './expectations/create-expectations';
import type {ExpectationDraft} from './expectations/expectation-draft';

/** What a line does when it is pressed. */
export type LineAction =
  | {do: 'show-events'; row: Pick<CoverageRow, 'call' | 'name'>}
  | {do: 'expect'; draft: Partial<ExpectationDraft>}
  | {do: 'remove-expectation'; expectation: Expectation}
  /** To the plan that is shown, or to one of its own where there is none. */
  | {do: 'add-to-plan'; rows: readonly string[]}
  | {do: 'pick'; row: string};

/** One line of the view: a section, a row, an expectation, or something of what they fold out to. All are of one height. */
export type CoverageLine = {
  key: string;
  /** Key of the line that it is folded out of; null: it is the outermost. */
  owner: string | null;
  /** How deep it is in the tree; without: 1 for the outermost, 2 for all others. */
  level?: number;
} & (
  | ({kind: 'section'; isOpen: boolean} & Pick<RowSection, 'title' | 'rows' | 'counts'>)
  | ({kind: 'row'; isOpen: boolean} & RowMarks)
  | ({kind: 'expectation'; isOpen: boolean} & ShownExpectation)
  | {kind: 'note'; title: string; text: string}
  | {kind: 'heading'; text: string}
  | {kind: 'property'; property: PropertyCoverage; row: CoverageRow; action: LineAction | null}
  | {kind: 'event'; ref: SightingRef}
  | {kind: 'action'; action: LineAction; text: string}
);

interface RowMarks {
  row: CoverageRow;
  isPicked: boolean;
  /** In the run that it is compared with, where that differs; null: that one had no such row. */
  was?: Grade | null;
}
