import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {toConfigJsonSchema} from './config-schema';
import {defaultConfig, readConfig} from './read-config';

describe('the config', () => {
  it('is described by the schema that the package publishes', () => {
    const published = readFileSync(new URL('../../../cli/schema/config.json', import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(toConfigJsonSchema());
  });

  it('may be the settings that the panel exports', () => {
    const {settings} = defaultConfig;
    expect(readConfig(JSON.parse(JSON.stringify(settings)))).toEqual({ok: true, config: defaultConfig});
  });

  it.each([
    [{rule: {}}, '"rule" is not a known setting.'],
    [{rules: {nothing: 'off'}}, '"nothing" is not a known rule. "track-inspector rules" lists them all.'],
    [{rules: {'wrong-type': 'loud'}}, expect.stringContaining('"rules.wrong-type" is not a valid setting')],
    [{plans: 'a'}, expect.stringContaining('"plans" is not a valid setting')],
    [{mask: ['properties']}, expect.stringContaining('"mask.0" is not a valid setting')],
    [[], expect.stringContaining('not a valid setting')],
    [null, expect.stringContaining('not a valid setting')],
  ])('%j is refused', (value, fault) => {
    expect(readConfig(value)).toEqual({ok: false, fault});
  });
});
