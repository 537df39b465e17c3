import {signal} from '@preact/signals';
import {expect, it} from 'vitest';
import {defaultSettings} from '../../domain/settings';
import {isAfterFirstRun, isFirstRun} from './first-run';

const entry = {} as never;

it.each<[string, {loaded?: boolean; requests?: number; panel?: object}, boolean, boolean]>([
  ['the log is not read yet', {loaded: false}, false, false],
  ['nothing is captured', {}, true, false],
  ['a request is listed', {requests: 1}, false, true],
  ['the user dismissed them', {panel: {welcomed: true}}, false, true],
  ['recording is off', {panel: {recording: false}}, false, true],
])(
  'the first steps and the banner that they replace are never shown together: %s',
  (_, state, first, after) => {
    const {loaded = true, requests = 0, panel = {}} = state;
    const settings = {...defaultSettings, panel: {...defaultSettings.panel, ...panel}};
    const inputs = {
      list: {loaded: signal(loaded), entries: signal(Array(requests).fill(entry))},
      settings: {value: signal(settings), change: () => undefined},
    };
    expect([isFirstRun(inputs), isAfterFirstRun(inputs)]).toEqual([first, after]);
  },
);
