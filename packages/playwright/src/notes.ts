import type {TestInfo} from '@playwright/test';
import {toSafeText} from '@track-inspector/core';

const TYPE = 'track-inspector';

/** Says what is not checked of a plan, as annotations of the test; each once. */
export function createNote({annotations}: Pick<TestInfo, 'annotations'>): (text: string) => void {
  return (text) => {
    const description = toSafeText(text);
    if (annotations.some((each) => each.type === TYPE && each.description === description)) return;
    annotations.push({type: TYPE, description});
  };
}

/** The same as lines of a failing message, since most reporters do not show annotations. */
export function listNotes({annotations}: Pick<TestInfo, 'annotations'>): string[] {
  return annotations.flatMap(({type, description}) => (type === TYPE ? [`note: ${description}`] : []));
}
