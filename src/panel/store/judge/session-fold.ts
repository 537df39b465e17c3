import {createSessionCheck, type SessionCheck} from '../../../domain/checks/session/session-check';
import {type SessionTrace, toSessionTrace} from '../../../domain/checks/session/session-trace';
import type {Settings} from '../../../domain/settings';
import {applyRuleSettings} from '../../../domain/verdict/apply-rule-settings';
import type {Inspection} from '../../../domain/verdict/inspection';
import type {Issue} from '../../../domain/verdict/issue';

/** Where a request is in the session that it is judged in. */
export interface SessionPlace {
  id: string;
  /** The page's own session is '', an import's is its id; null: none, as of our own replays. */
  session: string | null;
}

/** The issues of requests that depend on earlier requests. */
export interface SessionFold {
  /** Remembers what the rules need of a request. */
  note(inspection: Inspection): void;
  forget(id: string): void;
  issuesOf(id: string): readonly Issue[];
  /** Judges what was noted, the requests in the order they were sent; returns those whose issues are others now. */
  judge(places: readonly SessionPlace[], rules: Settings['rules']): string[];
  /** Other rules: everything is judged again. */
  reset(): void;
}

/** A request as it was noted; null: nothing of it concerns a session. */
interface Noted {
  trace: SessionTrace | null;
  key: string;
}

const none: readonly Issue[] = [];

/** Runs the rules over each session: the page's own, and each import's by itself. */
export function createSessionFold(): SessionFold {
  const traces = new Map<string, Noted>();
  const sessions = new Map<string, OneSession>();

  function find(id: string): readonly Issue[] {
    for (const session of sessions.values()) {
      const found = session.issues.get(id);
      if (found) return found;
    }
    return none;
  }

  return {
    note(inspection) {
      const trace = toSessionTrace(inspection);
      traces.set(inspection.requestId, {trace, key: trace === null ? '' : toKey(trace)});
    },
    forget: (id) => void traces.delete(id),
    issuesOf: find,
    judge(places, rules) {
      const lists = new Map<string, Noted[]>([...sessions.keys()].map((name) => [name, []]));
      for (const {id, session} of places) {
        const noted = traces.get(id);
        if (session === null || !noted?.trace) continue;
        const list = lists.get(session);
        if (list) list.push(noted);
        else lists.set(session, [noted]);
      }
      const changed: string[] = [];
      for (const [name, list] of lists) {
        const session = sessions.get(name) ?? createSession();
        sessions.set(name, session);
        changed.push(...session.judge(list, rules));
        if (list.length === 0) sessions.delete(name);
      }
      return changed.filter((id) => traces.has(id));
    },
    reset() {
      for (const session of sessions.values()) session.restart();
    },
  };
}

interface OneSession {
  readonly issues: ReadonlyMap<string, readonly Issue[]>;
  judge(list: readonly Noted[], rules: Settings['rules']): string[];
  restart(): void;
}

/**
 * Requests mostly come in at the end, and then only they are judged, also while the oldest are dropped: what was found in
 * the light of those stays. Where one came in before others, or nothing is left of what was judged, all are judged again.
 */
function createSession(): OneSession {
  let issues = new Map<string, readonly Issue[]>();
  let check: SessionCheck = createSessionCheck();
  let judged: string[] = [];
  /** How many of those that were judged since all were judged are gone. */
  let gone = 0;
  let isOver = false;

  /** Makes `judged` the part of the list that needs no second look; returns what was found there. */
  function goOn(list: readonly Noted[]): Map<string, readonly Issue[]> {
    const [first] = list;
    const start = first ? judged.indexOf(first.key) : -1;
    const kept = start < 0 ? [] : judged.slice(start);
    gone += judged.length - kept.length;
    // Once as many are gone as are listed, the rules remember more of those than of these.
    const isOther = kept.length === 0 || gone >= list.length || kept.some((key, i) => list[i]?.key !== key);
    if (isOver || isOther) {
      check = createSessionCheck();
      judged = [];
      gone = 0;
      isOver = false;
      return new Map();
    }
    judged = kept;
    const listed = new Set(list.map(({trace}) => trace?.requestId));
    return new Map([...issues].filter(([id]) => listed.has(id)));
  }

  return {
    get issues() {
      return issues;
    },
    judge(list, rules) {
      const next = goOn(list);
      for (const {key, trace} of list.slice(judged.length)) {
        judged.push(key);
        if (trace === null) continue;
        const found = applyRuleSettings(check.add(trace), rules);
        if (found.length > 0) next.set(trace.requestId, found);
      }
      const old = issues;
      issues = next;
      return [...new Set([...old.keys(), ...next.keys()])].filter((id) => !isSame(old.get(id), next.get(id)));
    },
    restart() {
      isOver = true;
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
