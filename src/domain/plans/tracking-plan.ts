import type {JsonValue} from '../json/json-value';
import type {Expectation} from './expectations/expectation';
import type {PlanPlace} from './plan-place';
import type {PlanProblem} from './plan-problem';
import type {SchemaDraft} from './validate/schema-draft';

/** The file formats of plans, named by their contents. */
export const planFormats = {
  'segment-api': 'Segment Public API',
  typewriter: 'Segment typewriter',
  'segment-config': 'Segment Config API',
  'segment-csv': 'Segment CSV',
  'rudderstack-api': 'RudderStack API',
  'rudderstack-catalog': 'RudderStack Data Catalog',
  'rudderstack-yaml': 'RudderStack YAML',
  avo: 'Avo',
  'avo-schema': 'Avo JSON Schema',
  'avo-csv': 'Avo CSV',
  'amplitude-csv': 'Amplitude CSV',
  lexicon: 'Mixpanel Lexicon',
  posthog: 'PostHog property groups',
  iglu: 'Snowplow Iglu schemas',
  'snowplow-plan': 'Snowplow tracking plan',
  'json-schema': 'JSON Schema',
  openapi: 'OpenAPI',
} as const;

export type PlanFormat = keyof typeof planFormats;

/** The calls that a rule is for; `common` for all of them. */
export type PlanCall = 'track' | 'identify' | 'group' | 'page' | 'screen' | 'common';

export interface PlanRule {
  /** Unique within the plan, the same in its next revision: "track/Signed Up", "track/Signed Up@2". */
  id: string;
  call: PlanCall;
  /** The name of the event as it is sent; null for calls without a name, or for any name. */
  name: string | null;
  version: string | number | null;
  /** The group in the plan; null if there is none. */
  section: string | null;
  labels: readonly string[];
  description: string;
  /** JSON Schema. `where` says what it describes: the whole call, or only its properties or traits. */
  schema: JsonValue;
  where: 'call' | 'properties' | 'traits';
  draft: SchemaDraft;
  isDeprecated: boolean;
  place: PlanPlace;
}

/** A tracking plan of any vendor: readers convert their format to this, and checks only use this. */
export interface Plan {
  id: string;
  title: string;
  format: PlanFormat;
  /** Differs if the text differs. */
  revision: string;
  rules: readonly PlanRule[];
  problems: readonly PlanProblem[];
  /** The expectations in the plan's file. */
  expectations: readonly Expectation[];
  /** The file refers to further parts elsewhere, so events cannot be called unplanned. */
  isPartial: boolean;
}
