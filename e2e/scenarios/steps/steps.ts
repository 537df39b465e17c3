import type {Page, Panel} from '../../setup/browser-driver';
import type {Target} from '../../setup/locate';
import {textOf} from '../../setup/surface';
import {expect} from './expect';

export const apiKey = 'ts_scenario_key_5b1f';

/** A batch as the page passes it to fetch. */
export interface Batch {
  body: string;
  headers?: Record<string, string>;
}

/** An event without issues, apart from the effects of `changes`. */
export function anEvent(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    event_name: 'invite_sent',
    user_id: '766b3aef-user',
    timestamp: new Date().toISOString(),
    properties: {
      invitee_email: 'amy@acme.example',
      invitee_first_name: 'Amy',
      invitee_last_name: 'Frank',
      invitee_role: 'Developer',
      feature_name: 'TEAM_PAGE',
    },
    context: {group_id: 'bp497d1a-group'},
    ...changes,
  };
}

/** The page sends a batch, with credentials unless specified otherwise, and reads the response later. */
export async function send(page: Page, endpoint: string, {body, headers}: Batch): Promise<void> {
  await page.evaluate(
    (batch) => {
      const {method, body, headers} = {method: 'POST', ...batch};
      // Chromium's DevTools may not have the body of a response that the page never reads.
      fetch(batch.endpoint, {method, body, headers})
        .then((answer) => answer.text())
        .catch((error: unknown) => {
          // Not relevant here: the scenario looks at the panel and the server.
          console.warn(error);
        });
    },
    {endpoint, body, headers: headers ?? {'content-type': 'application/json', 'x-api-key': apiKey}},
  );
}

/** The row of the list that contains all these words, as a user would find it. */
export function row(text: string): Target {
  return {role: 'row', text};
}

/** The field of that name in the tree of an event. */
export function field(name: string): Target {
  return {css: '[role=treeitem]', text: name};
}

/** A tab of the details; some have a count after their name. */
export function tab(name: string): Target {
  return {role: 'tab', name, exact: false};
}

/** Waits until the first match shows all these words. */
export async function expectText(panel: Panel, target: Target, ...words: readonly string[]): Promise<void> {
  for (const word of words) {
    await expect.poll(() => textOf(panel, target), {message: `“${word}” is shown`}).toContain(word);
  }
}
