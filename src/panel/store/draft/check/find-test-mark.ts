import {readTestMark, type TestMark} from '../../../../domain/replay/marking/test-mark';
import {readTestProperty, type TestProperty} from '../../../../domain/replay/marking/test-property';
import type {Settings} from '../../../../domain/settings';

/** The marks that a target requires in every test. */
export interface WantedMarks {
  header: TestMark | null;
  property: TestProperty | null;
}

/** By the selected target's base URL; null: none is selected. */
export function findTestMark(target: string | null, {replay}: Settings): WantedMarks {
  const chosen = replay.targets.find(({baseUrl}) => baseUrl === target);
  return {
    header: readTestMark(chosen?.testHeader ?? ''),
    property: readTestProperty(chosen?.testProperty ?? ''),
  };
}
