import {readTestMark, type TestMark} from '../../domain/replay/test-mark';
import type {Settings} from '../../domain/settings';

/** The header that the chosen target (its base URL) wants with every test; null: none, or no target was chosen. */
export function findTestMark(target: string | null, {replay}: Settings): TestMark | null {
  const chosen = replay.targets.find(({baseUrl}) => baseUrl === target);
  return readTestMark(chosen?.testHeader ?? '');
}
