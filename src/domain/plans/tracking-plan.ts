import type {JsonValue} from '../json/json-value';
import type {Expectation} from './expectations/expectation';
import type {PlanPlace} from './plan-place';
import type {PlanProblem} from './plan-problem';
import type {SchemaDraft} from './validate/schema-draft';

/** The kinds of files that plans come in, by what is shown of them. */
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

/** Which calls a rule is for; `common` for all of them. */
export type PlanCall = 'track' | 'identify' | 'group' | 'page' | 'screen' | 'common';

export interface PlanRule {
  /** Unique within the plan, the same in its next revision: "track/Signed Up", "track/Signed Up@2". */
  id: string;
  call: PlanCall;
  /** The name of the event as it is sent; null for calls that have none, or for whichever name. */
  name: string | null;
  version: string | number | null;
  /** The group that the plan puts it in; null for none. */
  section: string | null;
  labels: readonly string[];
  description: string;
  /** JSON Schema. What it describes is `where`: the call as a whole, or only its properties or traits. */
  schema: JsonValue;
  where: 'call' | 'properties' | 'traits';
  draft: SchemaDraft;
  isDeprecated: boolean;
  place: PlanPlace;
}

/** A tracking plan of whatever vendor: readers translate into it, and the checks know nothing else. */
export interface Plan {
  id: string;
  title: string;
  format: PlanFormat;
  /** Differs whenever the text does. */
  revision: string;
  rules: readonly PlanRule[];
  problems: readonly PlanProblem[];
  /** Those that its file brings. */
  expectations: readonly Expectation[];
  /** The file says that there is more of it elsewhere: nothing can be called unplanned. */
  isPartial: boolean;
}
