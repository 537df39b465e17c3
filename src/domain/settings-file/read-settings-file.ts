import {findDuplicateKeys} from '../json/faults/find-duplicate-keys';
import {findFirstError} from '../json/faults/first-error';
import {formatPointer, parsePointer} from '../json/json-pointer';
import {isJsonObject} from '../json/json-value';
import {locateNearest} from '../json/locate';
import {createLineCounter} from '../json/to-line-column';
import {parseHostile} from '../parse-hostile';
import {readExpectation} from '../plans/expectations/expectation';
import {type Settings, settingsSchema} from '../settings';
import {ruleCatalogue} from '../verdict/rule-catalogue';
import * as z from '../zod';
import {describeWrong} from './describe-wrong';
import {extrasSchema, type FileExtras} from './file-extras';
import {listUnknown} from './list-unknown';

/** A fault in a settings file, and its place; line and column count from 1. */
export interface SettingsFileFault {
  line: number;
  column: number;
  /** The setting: `replay.targets.0.baseUrl`; '' for the file as a whole. */
  setting: string;
  text: string;
}

/** Settings, and values that only the command line's configuration has; the panel ignores those. */
export interface Configuration extends FileExtras {
  settings: Settings;
}

export type SettingsFile = ({ok: true} & Configuration) | {ok: false; faults: readonly SettingsFileFault[]};

/**
 * Reads exported settings, which have the format of the command line's `track-inspector.config.json`. Missing
 * settings have their default. An unknown name is an error, since a misspelt setting would have no effect, and so is
 * one that is used twice, as after a merge: all but the last would have none.
 */
export function readSettingsFile(file: string): SettingsFile {
  const text = file.replace(/^\uFEFF/, '');
  const error = findFirstError(text);
  if (error) {
    const {line, column, expected} = error;
    return fail([{line, column, setting: '', text: `This is not valid JSON: ${expected} is expected here.`}]);
  }
  const value: unknown = JSON.parse(text);
  if (!isJsonObject(value)) {
    return fail([{line: 1, column: 1, setting: '', text: 'This file is not a JSON object of settings.'}]);
  }
  const unknown = [
    ...listRepeated(text),
    ...listUnknown(value, fileSchema).map((path) => ({path, text: 'There is no setting with this name.'})),
    ...listUnknownRules(value),
  ];
  const [read, extras] = [parseHostile(settingsSchema, value), parseHostile(extrasSchema, value)];
  if (read === null || extras === null)
    return fail([{line: 1, column: 1, setting: '', text: 'Almost nothing of this file is a valid setting.'}]);
  const wrong = [read, extras]
    .flatMap(({error}) => error?.issues ?? [])
    .map((issue) => ({path: issue.path, text: describeWrong(issue)}));
  const faults = [...unknown, ...wrong, ...listBadExpectations(extras.data?.plans ?? [])];
  if (read.success && extras.success && faults.length === 0) {
    const {plans, mask} = extras.data;
    return {ok: true, settings: read.data, plans, mask};
  }
  return fail(toPlaced(text, faults));
}

const fileSchema = z.object({...settingsSchema.shape, ...extrasSchema.shape});

interface Fault {
  path: readonly PropertyKey[];
  text: string;
}

function listRepeated(text: string): Fault[] {
  return findDuplicateKeys(text).map(({pointer}) => ({
    path: parsePointer(pointer) ?? [],
    text: 'This name is used more than once; only the last one would count.',
  }));
}

function listUnknownRules({rules}: Readonly<Record<string, unknown>>): Fault[] {
  if (!isJsonObject(rules)) return [];
  return Object.keys(rules)
    .filter((code) => !Object.hasOwn(ruleCatalogue, code))
    .map((code) => ({path: ['rules', code], text: 'There is no rule with this code.'}));
}

function listBadExpectations(plans: FileExtras['plans']): Fault[] {
  return plans.flatMap((plan, at) =>
    (typeof plan === 'string' ? [] : plan.expectations).flatMap((facts, index) => {
      const path = ['plans', at, 'expectations', index];
      return readExpectation(facts) ? [] : {path, text: 'This is not a valid expectation.'};
    }),
  );
}

/** In the order of the text, so that it is read once for all of them. */
function toPlaced(text: string, faults: readonly Fault[]): SettingsFileFault[] {
  const pointers = faults.map(({path}) => formatPointer(path.map(String)));
  const ranges = locateNearest(text, pointers);
  const positionAt = createLineCounter(text);
  return faults
    .map((fault, index) => {
      const range = ranges.get(pointers[index] ?? '');
      return {...fault, at: range?.keyStart ?? range?.start ?? 0};
    })
    .sort((a, b) => a.at - b.at)
    .map(({path, text: sentence, at}) => {
      const {line, column} = positionAt(at);
      return {line, column, setting: path.map(String).join('.'), text: sentence};
    });
}

function fail(faults: readonly SettingsFileFault[]): SettingsFile {
  return {ok: false, faults};
}
