import {readTestMark, type TestMark} from '../../../../domain/replay/marking/test-mark';
import {readTestProperty, type TestProperty} from '../../../../domain/replay/marking/test-property';
import type {Settings} from '../../../../domain/settings';

/** What a target wants with every test. */
export interface WantedMarks {
  header: TestMark | null;
  property: TestProperty | null;
}

/** By the chosen target's base URL; null: none was chosen. */
export function findTestMark(target: string | null, {replay}: Settings): WantedMarks {
  const chosen = replay.targets.find(({baseUrl}) => baseUrl === target);
  return {
    header: readTestMark(chosen?.testHeader ?? ''),
    property: readTestProperty(chosen?.testProperty ?? ''),
  };
}
