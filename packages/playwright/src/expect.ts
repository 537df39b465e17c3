import {expect as base, test} from '@playwright/test';
import {describeNearest, findMismatches, isNamed, listFindings, toCoverageText} from '@track-inspector/core';
import {openPlans} from '../../node/src/open-plans';
import {configFolder} from './config-folder';
import {coversPlan} from './covers-plan';
import {describeFailure} from './describe-failures';
import {matchGolden} from './match-golden';
import {createNote, listNotes} from './notes';
import {type Tracking, toJson} from './tracking';

export interface MatchOptions {
  /** A mark from `tracking.mark()`: only events after it count. */
  since?: number;
  /** Milliseconds. */
  timeout?: number;
}

type Properties = Record<string, unknown>;

const countTimes = (count: number) => (count === 1 ? '1 time' : `${count} times`);

function find(tracking: Tracking, name: string, properties: Properties, since?: number) {
  const expected = toJson(properties);
  return tracking
    .events(since)
    .filter((each) => isNamed(each, name) && findMismatches(expected, each.properties).length === 0);
}

function showExpected(name: string, properties: Properties): string {
  const shown = Object.keys(properties).length === 0 ? '' : ` with ${JSON.stringify(properties)}`;
  return `the event ${JSON.stringify(name)}${shown}`;
}

function nearest(tracking: Tracking, name: string, properties: Properties, since?: number): string {
  return describeNearest(tracking.events(since), name, toJson(properties)).join('\n');
}

export const expect = base.extend({
  /** An event with this name was tracked, with at least these properties. Waits for it. */
  async toHaveTracked(
    tracking: Tracking,
    name: string,
    properties: Properties = {},
    options: MatchOptions = {},
  ) {
    const {since} = options;
    const wished = {
      ...(since !== undefined && {since}),
      ...(options.timeout !== undefined && {timeout: options.timeout}),
    };
    // Only certain after everything was sent.
    if (this.isNot) await tracking.settle();
    else await tracking.waitForEvent(name, properties, wished).catch(() => null);
    const pass = find(tracking, name, properties, since).length > 0;
    return {
      name: 'toHaveTracked',
      pass,
      message: () =>
        pass
          ? `Expected ${showExpected(name, properties)} not to be tracked, but it was.`
          : `Expected ${showExpected(name, properties)} to be tracked.\n${nearest(tracking, name, properties, since)}`,
    };
  },

  /** Exactly this number of events with this name were tracked, once everything was sent. */
  async toHaveTrackedTimes(
    tracking: Tracking,
    name: string,
    count: number,
    properties: Properties = {},
    {since}: Pick<MatchOptions, 'since'> = {},
  ) {
    await tracking.settle();
    const found = find(tracking, name, properties, since).length;
    return {
      name: 'toHaveTrackedTimes',
      pass: found === count,
      message: () =>
        `Expected ${showExpected(name, properties)} ${this.isNot ? 'not ' : ''}to be tracked ${countTimes(count)}. It was tracked ${countTimes(found)}.\n${nearest(tracking, name, properties, since)}`,
    };
  },

  /** The tracked events have no errors, and the body of every request was captured. */
  async toHaveNoTrackingErrors(tracking: Tracking) {
    await tracking.settle();
    const errors = listFindings(tracking.verdict(), true);
    const lines = describeFailure(errors, tracking.incomplete(), test.info());
    return {
      name: 'toHaveNoTrackingErrors',
      pass: lines.length === 0,
      message: () =>
        lines.length === 0
          ? 'Expected tracking errors, but there are none.'
          : `Tracking errors:\n${lines.join('\n')}`,
    };
  },

  /**
   * Every event of the plan was tracked, as the plan requires, and its expectations are met. `file`: the path of the
   * plan, or of the folder of its files, relative to the folder of the Playwright config.
   */
  async toCoverPlan(tracking: Tracking, file: string, {sections}: {sections?: readonly string[]} = {}) {
    const info = test.info();
    const {checkers, guard} = await openPlans([file], [], {
      folder: configFolder(info.config),
      note: createNote(info),
    });
    await tracking.settle();
    const covers = checkers.map((checker) => coversPlan(tracking.coverage(checker, guard), sections));
    const pass = covers.every(({isCovered}) => isCovered);
    const expected = `Expected ${pass ? 'a part of the plan not to be covered' : 'the plan to be covered'}.`;
    return {
      name: 'toCoverPlan',
      pass,
      message: () =>
        [expected, ...covers.map(({report}) => toCoverageText(report)), ...listNotes(info)].join('\n'),
    };
  },

  /** The session is equal to the golden one next to the test; follows `--update-snapshots`. */
  async toMatchGoldenSession(tracking: Tracking, name = 'session') {
    await tracking.settle();
    return matchGolden(tracking, name);
  },
});
