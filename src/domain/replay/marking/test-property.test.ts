import {describe, expect, it} from 'vitest';
import {settingsSchema} from '../../settings';
import {readTestProperty} from './test-property';

describe('readTestProperty', () => {
  it.each([
    ['is_test: true', {name: 'is_test', text: 'true'}],
    ['  run number :12345678901234567890 ', {name: 'run number', text: '12345678901234567890'}],
    ['run: "qa \\u00e4"', {name: 'run', text: '"qa \\u00e4"'}],
    ['run: qa, by "Ä"', {name: 'run', text: '"qa, by \\"Ä\\""'}],
    ['is_test', null],
    ['is_test:', null],
    [': true', null],
    ['"is_test": true', null],
    ['is_test: null', null],
    ['is_test: {"a": 1}', null],
    ['is_test: [1]', null],
    ['is_test: "qa', null],
    ['is_test: qa\nmore: 2', null],
    ['api_key: k', null],
    ['writeKey: k', null],
    ['', null],
  ])('reads %j as %j', (text, property) => {
    expect(readTestProperty(text)).toEqual(property);
  });

  it('decides what the settings take', () => {
    const parse = (testProperty: string) =>
      settingsSchema.safeParse({replay: {targets: [{name: 'a', baseUrl: 'https://a.test', testProperty}]}});
    expect(['', 'is_test: true', 'token: k'].map((text) => parse(text).success)).toEqual([true, true, false]);
  });
});
