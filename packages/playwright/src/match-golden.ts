import {existsSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {test} from '@playwright/test';
import {
  compareSessions,
  describeDifference,
  maskSession,
  readGolden,
  writeGolden,
} from '@track-inspector/core';
import type {Tracking} from './tracking';

const result = (pass: boolean, text: string) => ({name: 'toMatchGoldenSession', pass, message: () => text});

/** Holds what was tracked against `<name>-golden.json` among the test's snapshots, or writes it where that is wished. */
export async function matchGolden(tracking: Tracking, name: string) {
  const info = test.info();
  if (info.project.ignoreSnapshots) return result(true, '');
  const unseen = tracking.incomplete();
  if (unseen.length > 0) {
    return result(
      false,
      `The body of ${unseen.length} requests could not be seen, so that the session can’t be compared.`,
    );
  }
  const path = info.snapshotPath(`${name}-golden.json`);
  const update = info.config.updateSnapshots;
  const session = tracking.session();
  const write = async (mask: readonly string[]) => {
    await mkdir(dirname(path), {recursive: true});
    await writeFile(path, writeGolden(maskSession(session, mask)));
  };
  if (!existsSync(path)) {
    if (update === 'none')
      return result(false, `There is no golden session ${path}. Write it with --update-snapshots.`);
    await write([]);
    const text = `There was no golden session ${path}; it is written now. Review it.`;
    // Playwright's newer default writes what is missing, and fails the test for it all the same.
    return result(update === 'all' || update === 'changed', text);
  }
  const reading = readGolden(await readFile(path, 'utf8'));
  if (!reading.ok) return result(false, `${path}: ${reading.fault}`);
  const differences = compareSessions(reading.session, session);
  if (differences.length === 0) return result(true, 'The session is equal to the golden one.');
  if (update === 'all' || update === 'changed') {
    await write(reading.session.mask ?? []);
    return result(true, '');
  }
  const lines = differences.map((difference) => `- ${describeDifference(difference)}`);
  return result(false, `The session differs from ${path}:\n${lines.join('\n')}`);
}
