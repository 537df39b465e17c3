import {describe, expect, it} from 'vitest';
import {writeSettingsFile} from '../../../../src/domain/settings-file/write-settings-file';
import {toConfigJsonSchema} from './config-schema';
import {defaultConfig, readConfig} from './read-config';

describe('the config', () => {
  it('is described by the schema that the package publishes', async () => {
    const schema = `${JSON.stringify(toConfigJsonSchema(), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot('../../../cli/schema/config.json');
  });

  it('may be the settings that the panel exports', () => {
    const {settings} = defaultConfig;
    expect(readConfig(writeSettingsFile(settings))).toEqual({ok: true, config: defaultConfig});
  });

  it('may name plans and masks besides', () => {
    const config = {...defaultConfig, plans: ['a.json'], mask: ['/properties/price']};
    expect(readConfig('{"plans": ["a.json"], "mask": ["/properties/price"]}')).toEqual({ok: true, config});
  });

  it.each([
    ['{"rule": {}}', '1:2: rule: There is no setting with this name.'],
    ['{"rules":\n{"nothing": "off"}}', '2:2: rules.nothing: There is no rule with this code.'],
    [
      '{"rules": {"wrong-type": "loud"}}',
      '1:12: rules.wrong-type: This value is not valid here. Use "error", "warning", "info", "off".',
    ],
    [
      '{"rules": {},\n"rules": {"wrong-type": "off"}}',
      '2:1: rules: This name is used more than once; only the last one would count.',
    ],
    ['{"plans": [""]}', '1:12: plans.0: This value is not valid here. Use at least one character.'],
    ['{"plans": "a"}', '1:2: plans: This value is not valid here. Use a list in square brackets.'],
    [
      '{"mask": ["properties"]}',
      '1:11: mask.0: This value is not valid here. Use a JSON Pointer, such as "/properties/price".',
    ],
    ['[]', '1:1: This file is not a JSON object of settings.'],
    ['{', expect.stringContaining('This is not valid JSON')],
  ])('%s is refused', (text, fault) => {
    expect(readConfig(text)).toEqual({ok: false, faults: [fault]});
  });
});
