import type {Severity} from '../domain';

/** The verdict of the command line on a recording; `schema/verdict.json` describes it. Secrets in it are masked. */
export interface Verdict {
  schemaVersion: 1;
  tool: {name: 'track-inspector'; version: string};
  requests: RequestVerdict[];
  /** Issues that involve more than one request. */
  session: VerdictIssue[];
  summary: Record<'requests' | 'events' | 'errors' | 'warnings' | 'infos', number>;
}

export interface RequestVerdict {
  id: string;
  /** The file it was read from, as the user wrote it; `-` for standard input. */
  file: string;
  method: string;
  url: string;
  protocol: string;
  /** Milliseconds since the epoch; null if it was not recorded. */
  sentAt: number | null;
  /** False: the body could not be read; the issues say why. */
  decoded: boolean;
  events: EventVerdict[];
  issues: VerdictIssue[];
}

export interface EventVerdict {
  index: number;
  type: string | null;
  name: string | null;
  /** JSON Pointer inside the body. */
  pointer: string;
}

export interface VerdictIssue {
  code: string;
  severity: Severity;
  /** Index in `events`; null: the request as a whole. */
  event: number | null;
  /** JSON Pointer inside the event; names that contain a credential are masked. */
  pointer: string;
  message: string;
  expected: string;
  found: string;
  source: string;
  /** `RequestVerdict.id`, for an issue of the session. */
  request: string | null;
}

export interface ReportOptions {
  /** Only errors are listed. */
  quiet: boolean;
  /** For a terminal with colours. */
  colour: boolean;
  /** Issues from this severity on fail a case of JUnit; default: warning, or error if quiet. */
  failOn?: Severity;
}

/** Formats a verdict as text. */
export type Reporter = (verdict: Verdict, options: ReportOptions) => string;
