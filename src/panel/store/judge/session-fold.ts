import {createSessionCheck, type SessionCheck} from '../../../domain/checks/session/session-check';
import {type SessionTrace, toSessionTrace} from '../../../domain/checks/session/session-trace';
import type {Settings} from '../../../domain/settings';
import {applyRuleSettings} from '../../../domain/verdict/apply-rule-settings';
import type {Inspection} from '../../../domain/verdict/inspection';
import type {Issue} from '../../../domain/verdict/issue';

/** The position of a request in its session. */
export interface SessionPlace {
  id: string;
  /** The page's own session is '', an import's is its ID; null: none, for our own replays. */
  session: string | null;
}

/** The issues of requests that depend on earlier requests. */
export interface SessionFold {
  /** Stores the data of a request that the rules need. */
  note(inspection: Inspection): void;
  forget(id: string): void;
  issuesOf(id: string): readonly Issue[];
  /** Checks the stored requests in the order of sending; returns those whose issues have changed. */
  judge(places: readonly SessionPlace[], rules: Settings['rules']): string[];
  /** The rules have changed: everything is checked again. */
  reset(): void;
}

/** The stored data of a request; null: it does not concern a session. */
interface Noted {
  trace: SessionTrace | null;
  key: string;
}

const none: readonly Issue[] = [];

/** Runs the rules for each session: the page's own, and each import separately. */
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
 * Requests mostly arrive at the end, and then only they are checked, even if the oldest are dropped, whose effects
 * are kept. If one arrives before others, or all checked requests are gone, all are checked again.
 */
function createSession(): OneSession {
  let issues = new Map<string, readonly Issue[]>();
  let check: SessionCheck = createSessionCheck();
  let judged: string[] = [];
  /** How many requests checked since the last complete check are gone. */
  let gone = 0;
  let isOver = false;

  /** Sets `judged` to the part of the list that needs no second check; returns the issues found there. */
  function goOn(list: readonly Noted[]): Map<string, readonly Issue[]> {
    const [first] = list;
    const start = first ? judged.indexOf(first.key) : -1;
    const kept = start < 0 ? [] : judged.slice(start);
    gone += judged.length - kept.length;
    // Once as many requests are gone as are listed, the rules store more data of removed than of listed ones.
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

/** A request that was completed meanwhile counts as the same if its events are the same. */
function toKey({requestId, sentAt, print}: SessionTrace): string {
  return `${requestId} ${sentAt} ${print}`;
}

function isSame(a: readonly Issue[] = none, b: readonly Issue[] = none): boolean {
  return a.length === b.length && a.every((issue, i) => JSON.stringify(issue) === JSON.stringify(b[i]));
}
