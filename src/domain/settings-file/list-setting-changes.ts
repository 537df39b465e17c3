import {diffJson} from '../edit/diff/diff-json';
import {parsePointer} from '../json/json-pointer';
import type {Settings} from '../settings';

/** One setting that changes. Values are JSON; null: there is none on that side. */
export interface SettingChange {
  /** `capture.maxRequests` */
  setting: string;
  before: string | null;
  after: string | null;
}

/** All settings that differ. */
export function listSettingChanges(before: Settings, after: Settings): SettingChange[] {
  return diffJson(JSON.stringify(before), JSON.stringify(after)).map(({pointer, before, after}) => ({
    setting: (parsePointer(pointer) ?? []).join('.'),
    before,
    after,
  }));
}
