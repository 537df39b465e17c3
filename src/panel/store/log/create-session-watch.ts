import {createSessionCheck, type SessionCheck} from '../../../domain/checks/session/session-check';
import {type SessionTrace, toSessionTrace} from '../../../domain/checks/session/session-trace';
import type {Settings} from '../../../domain/settings';
import {applyRuleSettings} from '../../../domain/verdict/apply-rule-settings';
import type {Inspection} from '../../../domain/verdict/inspection';
import type {Issue} from '../../../domain/verdict/issue';
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

/** A request as it was noted; null: nothing of it concerns the session. */
interface Noted {
  trace: SessionTrace | null;
  key: string;
}

/**
 * Runs the rules over the session behind the list, in slices. Requests mostly come in at the end, and then only they
 * are judged, also while the oldest are let go: what was said in the light of those stays. Where one came in before
 * others, or nothing is left of what was judged, all are judged anew. Our own replays are none of the page's doing.
 */
export function createSessionWatch(options: SessionWatchOptions): SessionWatch {
  const {now, pause} = options;
  const traces = new Map<string, Noted>();
  let noted: Inspection[] = [];
  let issues = new Map<string, readonly Issue[]>();
  let check: SessionCheck = createSessionCheck();
  let judged: string[] = [];
  /** How many of those that were judged since all were judged are gone. */
  let gone = 0;
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
    await inSlices(fresh, (inspection) => traces.set(inspection.requestId, toNoted(inspection)));
    const session = listSession(options.entries());
    const next = goOn(session.map(({key}) => key));
    const rules = options.rules();
    await inSlices(session.slice(judged.length), ({key, trace}) => {
      judged.push(key);
      const found = applyRuleSettings(check.add(trace), rules);
      if (found.length > 0) next.set(trace.requestId, found);
    });
    const old = issues;
    issues = next;
    const changed = [...new Set([...old.keys(), ...next.keys()])].filter(
      (id) => traces.has(id) && !isSame(old.get(id), next.get(id)),
    );
    if (changed.length > 0) options.onChange(changed);
  }

  /** What of the listed requests concerns the session; what is no longer listed is forgotten. */
  function listSession(entries: readonly LogEntry[]): {key: string; trace: SessionTrace}[] {
    if (traces.size > entries.length) {
      const listed = new Set(entries.map(({id}) => id));
      const waiting = new Set(noted.map(({requestId}) => requestId));
      for (const id of [...traces.keys()]) if (!listed.has(id) && !waiting.has(id)) traces.delete(id);
    }
    return entries.flatMap(({id, head, imported}) => {
      const {trace = null, key = ''} = traces.get(id) ?? {};
      return head.replay || imported || trace === null ? [] : [{key, trace}];
    });
  }

  /** Makes `judged` the part of the keys that needs no second look; returns what was found there. */
  function goOn(keys: readonly string[]): Map<string, readonly Issue[]> {
    const first = keys[0] === undefined ? -1 : judged.indexOf(keys[0]);
    const kept = first < 0 ? [] : judged.slice(first);
    gone += judged.length - kept.length;
    // Once as many are gone as are listed, the rules remember more of those than of these.
    if (kept.length === 0 || gone >= keys.length || kept.some((key, i) => keys[i] !== key)) {
      check = createSessionCheck();
      judged = [];
      gone = 0;
      return new Map();
    }
    judged = kept;
    return new Map([...issues].filter(([id]) => traces.has(id)));
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

function toNoted(inspection: Inspection): Noted {
  const trace = toSessionTrace(inspection);
  return {trace, key: trace === null ? '' : toKey(trace)};
}

/** A request that was completed meanwhile is the same as long as its events are. */
function toKey({requestId, sentAt, print}: SessionTrace): string {
  return `${requestId} ${sentAt} ${print}`;
}

function isSame(a: readonly Issue[] = none, b: readonly Issue[] = none): boolean {
  return a.length === b.length && a.every((issue, i) => JSON.stringify(issue) === JSON.stringify(b[i]));
}
