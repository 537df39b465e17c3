import {type PageWindow, takeNatives} from './natives';

/** For tests: a page's global object that shares the runner's functions, but whose own can be replaced freely. */
export function buildPage(): PageWindow {
  class Node {
    get baseURI(): string {
      return 'base' in this ? `${this.base}` : 'https://app.example.test/signup';
    }
  }
  class FocusEvent extends Event {
    readonly relatedTarget: EventTarget | null;
    constructor(type: string, {relatedTarget = null, ...init}: FocusEventInit = {}) {
      super(type, init);
      this.relatedTarget = relatedTarget;
    }
  }
  class MutationObserver {
    observe(): void {
      // A runner has no documents that change.
    }
  }
  const own = {
    FocusEvent,
    MutationObserver,
    document: new EventTarget(),
    Blob,
    File: class File extends Blob {},
    Node,
    Function: {prototype: {toString: Function.prototype.toString}},
  };
  const page = Object.create(globalThis, Object.getOwnPropertyDescriptors({...own, Reflect}));
  return page;
}

/** For tests: the same, with the functions that the hook has saved. */
export function buildHookedPage() {
  const page = buildPage();
  return {page, natives: takeNatives(page)};
}
