import {stripVTControlCharacters} from 'node:util';
import {test} from 'playwright/test';
import {type Control, listControls} from '../../../setup/list-controls';
import type {Target} from '../../../setup/locate';
import {poll} from '../../../setup/poll';
import type {Surface} from '../../../setup/surface';
import {expect} from '../expect';
import type {Visit} from '../inspector';

/** Where the walk runs: the panel, or a page of the extension. */
export interface Walk extends Visit {
  surface: Surface;
}

/** Presses a control and checks the result. */
export type Act = (walk: Walk, it: Target) => Promise<void>;

/** A control's name, or a pattern for one control or, with `each`, for all matching controls of the state. */
export type Name = string | RegExp | {each: RegExp};

/**
 * A control by role and name, the effect of pressing it, and, if the name alone is ambiguous, the part of the page it
 * is in.
 */
export type Entry = readonly [role: string, name: Name, act: Act, place?: string | RegExp];

/** Controls that can be pressed one after the other, and the way to get there. */
export interface State {
  name: string;
  open(walk: Walk): Promise<void>;
  controls: readonly Entry[];
}

/** Each failure has waited a long time, so the walk ends after these, before the test's own timeout. */
const MOST_FAILURES = 3;

/**
 * Presses the controls of each state in turn. Every control shown on the way must be in one of `tables`; an entry
 * without a control fails. A state is opened again whenever pressing a control has left it. All failures are reported
 * at the end, since there is rarely only one.
 */
export async function walk(on: Walk, states: readonly State[], tables: readonly State[]): Promise<void> {
  const known = tables.flatMap(({controls}) => controls);
  const unknown = new Set<string>();
  const failures: string[] = [];
  const look = async () => {
    for (const control of await on.surface.evaluate(listControls)) {
      if (!known.some((entry) => fits(entry, control))) unknown.add(describe(control));
    }
  };
  const attempt = async (title: string, act: () => Promise<void>) => {
    if (failures.length === MOST_FAILURES) return;
    await test.step(title, act).catch((error: unknown) => void failures.push(`${title}: ${toText(error)}`));
  };
  for (const state of states) {
    await attempt(state.name, () => state.open(on));
    await look();
    for (const [index, entry] of state.controls.entries()) {
      await attempt(`${state.name}, ${entry[0]} “${toPattern(entry[1])}”`, async () => {
        // A state that was just opened needs no reopening, but its controls may appear with a delay.
        const [first, ...others] = await meet(
          on,
          index === 0 ? {...state, open: () => Promise.resolve()} : state,
          entry,
        );
        if (first) await entry[2](on, toTarget(first));
        for (const {role, name, place} of others) {
          // Pressing the previous control may have closed the menu that contains this one, or added others with its
          // name.
          const [control] = await meet(on, state, [role, name, entry[2], entry[3] ? place : /^/]);
          if (control) await entry[2](on, toTarget(control));
        }
      });
      await look();
    }
  }
  expect({unknown: [...unknown], failures}).toEqual({unknown: [], failures: []});
}

function toText(error: unknown): string {
  return stripVTControlCharacters(error instanceof Error ? error.message : String(error));
}

/** The controls that an entry is about: one or, with a pattern, all that match. */
async function meet(on: Walk, state: State, entry: Entry): Promise<Control[]> {
  const find = async () => (await on.surface.evaluate(listControls)).filter((one) => fits(entry, one));
  let found = await find();
  if (found.length === 0) {
    await state.open(on);
    found = await poll(
      async () => {
        const all = await find();
        return all.length > 0 && all;
      },
      async () => {
        const shown = (await on.surface.evaluate(listControls)).map(describe).join('\n');
        return `${state.name}: ${entry[0]} “${toPattern(entry[1])}” is in the table, and never met. There are:\n${shown}`;
      },
    );
  }
  return isEach(entry[1]) ? found : found.slice(0, 1);
}

function isEach(name: Name): name is {each: RegExp} {
  return typeof name === 'object' && 'each' in name;
}

export function toPattern(name: Name): string | RegExp {
  return isEach(name) ? name.each : name;
}

function fits([role, name, , place]: Entry, control: Control): boolean {
  return (
    role === control.role &&
    matches(toPattern(name), control.name) &&
    (!place || matches(place, control.place))
  );
}

function matches(wanted: string | RegExp, text: string): boolean {
  return typeof wanted === 'string' ? wanted === text : wanted.test(text);
}

function toTarget({role, name, nth}: Control): Target {
  return {role, name, nth};
}

function describe({role, name, place}: Control): string {
  return `${role} “${name}”${place === '' ? '' : ` in “${place}”`}`;
}
