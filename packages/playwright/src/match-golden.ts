import {existsSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {type TestInfo, test} from '@playwright/test';
import {
  compareSessions,
  decodeText,
  describeDifference,
  maskSession,
  readGolden,
  toSafeText,
  writeGolden,
} from '@track-inspector/core';
import type {Tracking} from './tracking';

const result = (pass: boolean, text: string) => ({name: 'toMatchGoldenSession', pass, message: () => text});

/**
 * The folder of the test's snapshots, without the platform name that Playwright adds for pictures: events are the
 * same on a developer's computer and on the CI server.
 */
function toPath(info: TestInfo, file: string): string {
  const suffix = info.snapshotSuffix;
  info.snapshotSuffix = '';
  const path = info.snapshotPath(file);
  info.snapshotSuffix = suffix;
  return path;
}

/** Compares the tracked events with `<name>-golden.json` among the test's snapshots, or writes that file on request. */
export async function matchGolden(tracking: Tracking, name: string) {
  const info = test.info();
  if (info.project.ignoreSnapshots) return result(true, '');
  const unseen = tracking.incomplete();
  if (unseen.length > 0) {
    return result(
      false,
      `The session cannot be compared: the body of ${unseen.length === 1 ? '1 request' : `${unseen.length} requests`} could not be captured.`,
    );
  }
  const path = toPath(info, `${name}-golden.json`);
  const update = info.config.updateSnapshots;
  const session = tracking.session();
  const write = async (mask: readonly string[]) => {
    await mkdir(dirname(path), {recursive: true});
    await writeFile(path, writeGolden(maskSession(session, mask)));
  };
  if (!existsSync(path)) {
    if (update === 'none')
      return result(
        false,
        `The golden session ${path} does not exist. Run with --update-snapshots to write it.`,
      );
    await write([]);
    const text = `There was no golden session. It is now written to ${path}. Review it, then run the test again.`;
    // Playwright's newer default writes missing files, but still fails the test.
    return result(update === 'all' || update === 'changed', text);
  }
  const reading = readGolden(decodeText(await readFile(path)).text);
  if (!reading.ok) return result(false, `${path}: ${reading.fault}`);
  const differences = compareSessions(reading.session, session);
  if (differences.length === 0) return result(true, 'The session is equal to the golden one.');
  if (update === 'all' || update === 'changed') {
    await write(reading.session.mask ?? []);
    return result(true, '');
  }
  const lines = differences.map((difference) => `- ${toSafeText(describeDifference(difference))}`);
  return result(false, `The session differs from ${path}:\n${lines.join('\n')}`);
}
