import type {CoverageRow, Grade} from '../../../domain/plans/coverage/coverage-row';
import type {PropertyCoverage} from '../../../domain/plans/coverage/property-coverage';
import type {SightingRef} from '../../../domain/plans/coverage/sighting';
import type {Expectation} from '../../../domain/plans/expectations/expectation';
import type {RowSection} from './arrange-rows';
import type {ShownExpectation} from './expectations/create-expectations';
import type {ExpectationDraft} from './expectations/expectation-draft';

/** The action of a line when it is pressed. */
export type LineAction =
  | {do: 'show-events'; row: Pick<CoverageRow, 'call' | 'name'>}
  | {do: 'expect'; draft: Partial<ExpectationDraft>}
  | {do: 'remove-expectation'; expectation: Expectation}
  /** Adds to the shown plan, or to a new one if there is none. */
  | {do: 'add-to-plan'; rows: readonly string[]}
  | {do: 'pick'; row: string};

/** One line of the view: a section, a row, an expectation, or a detail of one of them. All have the same height. */
export type CoverageLine = {
  key: string;
  /** Key of the parent line; null: it is at the top level. */
  owner: string | null;
  /** Its level in the tree; default: 1 at the top level, 2 for all others. */
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
  /** In the run that it is compared with, if it differs; null: the row did not exist there. */
  was?: Grade | null;
}
