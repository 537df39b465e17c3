import {applyRuleSettings} from '../../domain/checks/apply-rule-settings';
import type {Issue} from '../../domain/checks/issue';
import {createSessionCheck, type SessionCheck} from '../../domain/checks/session/session-check';
import {type SessionTrace, toSessionTrace} from '../../domain/checks/session/session-trace';
import type {Inspection} from '../../domain/inspection';
import type {Settings} from '../../domain/settings';
import type {LogEntry} from './log-entry';

export interface SessionWatchOptions {
  entries(): readonly LogEntry[];
  rules(): Settings['rules'];
  /** Called with the requests whose issues are others now. */
  onChange(ids: readonly string[]): void;
  onFailure(error: unknown): void;
  now(): number;
  pause(): Promise<void>;
}

/** What a request is charged with in the light of those before it. */
export interface SessionWatch {
  /** Remembers what the rules need of a request that was inspected; the work is done later. */
  note(inspection: Inspection): void;
  issuesOf(id: string): readonly Issue[];
  /** The list changed: judges it when it has been quiet for a moment. */
  schedule(): void;
  /** Judges everything again. */
  reset(): void;
  dispose(): void;
}

const QUIET_MS = 200;
const SLICE = 8;
const none: readonly Issue[] = [];

/**
 * Runs the rules over the session behind the list, in slices. Requests mostly come in at the end, and then only they
 * are judged; where one came in before others, all are judged anew. Our own replays are none of the page's doing.
 */
export function createSessionWatch(options: SessionWatchOptions): SessionWatch {
  const {now, pause} = options;
  const traces = new Map<string, SessionTrace | null>();
  let noted: Inspection[] = [];
  let issues = new Map<string, readonly Issue[]>();
  let check: SessionCheck = createSessionCheck();
  let judged: string[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running = false;

  async function inSlices<Item>(items: readonly Item[], work: (item: Item) => void): Promise<void> {
    let end = now() + SLICE;
    for (const item of items) {
      work(item);
      if (now() < end) continue;
      await pause();
      end = now() + SLICE;
    }
  }

  async function run(): Promise<void> {
    const fresh = noted;
    noted = [];
    await inSlices(fresh, (inspection) => traces.set(inspection.requestId, toSessionTrace(inspection)));
    const session = options.entries().flatMap(({id, head}) => (head.replay ? [] : (traces.get(id) ?? [])));
    const keys = session.map(toKey);
    const next = judged.every((key, i) => keys[i] === key) ? new Map(issues) : restart();
    const rules = options.rules();
    await inSlices(session.slice(judged.length), (trace) => {
      const found = applyRuleSettings(check.add(trace), rules);
      if (found.length > 0) next.set(trace.requestId, found);
    });
    judged = keys;
    const old = issues;
    issues = next;
    const changed = [...new Set([...old.keys(), ...next.keys()])].filter(
      (id) => !isSame(old.get(id), next.get(id)),
    );
    if (changed.length > 0) options.onChange(changed);
  }

  function restart(): Map<string, readonly Issue[]> {
    check = createSessionCheck();
    judged = [];
    return new Map();
  }

  function schedule(): void {
    if (timer !== null || running) return;
    timer = setTimeout(start, QUIET_MS);
  }

  function start(): void {
    timer = null;
    running = true;
    run()
      .catch(options.onFailure)
      .finally(() => {
        running = false;
        if (noted.length > 0) schedule();
      });
  }

  return {
    note(inspection) {
      noted.push(inspection);
      schedule();
    },
    issuesOf: (id) => issues.get(id) ?? none,
    schedule,
    reset() {
      judged = ['other rules'];
      schedule();
    },
    dispose() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** A request that was completed meanwhile is the same as long as its events are. */
function toKey({requestId, sentAt, print}: SessionTrace): string {
  return `${requestId} ${sentAt} ${print}`;
}

function isSame(a: readonly Issue[] = none, b: readonly Issue[] = none): boolean {
  return a.length === b.length && a.every((issue, i) => JSON.stringify(issue) === JSON.stringify(b[i]));
}
