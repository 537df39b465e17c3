import {parseUrl} from '../../domain/parse-url';

/** The fields of a content script's registration that we use. */
export interface HookScript {
  id: string;
  matches: string[];
  js: string[];
  world: 'MAIN' | 'ISOLATED';
  runAt: 'document_start';
  allFrames: true;
}

/** The methods of `scripting` that we use. */
export interface ScriptStore {
  getRegisteredContentScripts(filter: {ids: string[]}): Promise<{id: string; matches?: string[]}[]>;
  registerContentScripts(scripts: HookScript[]): Promise<void>;
  updateContentScripts(changes: {id: string; matches: string[]}[]): Promise<void>;
  unregisterContentScripts(filter: {ids: string[]}): Promise<void>;
}

/** Either of them may run first. */
const SCRIPTS = [
  {id: 'page-hook-relay', js: ['page-hook-relay.js'], world: 'ISOLATED'},
  {id: 'page-hook', js: ['page-hook.js'], world: 'MAIN'},
] as const;

/**
 * Keeps the page hook registered on exactly the sites where it is on. Returns a function to call with the sites, at
 * the start and after each change; calls run one after the other. Registered scripts stay registered, so a page that
 * loads meanwhile has its hook.
 */
export function createHookKeeper(scripts: ScriptStore): (origins: readonly string[]) => Promise<void> {
  let tail: Promise<void> = Promise.resolve();
  async function keep(origins: readonly string[]): Promise<void> {
    const left = await scripts.getRegisteredContentScripts({ids: SCRIPTS.map(({id}) => id)});
    const known = new Set(left.map(({id}) => id));
    const matches = toMatches(origins);
    if (matches.length === 0) {
      if (known.size > 0) await scripts.unregisterContentScripts({ids: [...known]});
      return;
    }
    const stale = left.filter((script) => !isSame(script.matches ?? [], matches));
    if (stale.length > 0) await scripts.updateContentScripts(stale.map(({id}) => ({id, matches})));
    const missing = SCRIPTS.filter(({id}) => !known.has(id));
    if (missing.length === 0) return;
    await scripts.registerContentScripts(
      missing.map(({id, js, world}) => ({
        id,
        js: [...js],
        world,
        matches,
        runAt: 'document_start',
        allFrames: true,
      })),
    );
  }
  return (origins) => {
    const run = tail.then(() => keep(origins));
    tail = run.catch(() => undefined);
    return run;
  };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((match) => others.includes(match));
}

/** A pattern with a port never matches in Firefox, so the port is compared when a report arrives. */
function toMatches(origins: readonly string[]): string[] {
  const matches = origins.flatMap((origin) => {
    const {protocol = '', hostname} = parseUrl(origin) ?? {};
    return /^https?:$/.test(protocol) ? [`${protocol}//${hostname}/*`] : [];
  });
  return [...new Set(matches)];
}
