import {describe, expect, it} from 'vitest';
import {openDraft} from '../../edit/draft';
import {settingsSchema} from '../../settings';
import {buildCaptured} from '../build-captured';
import type {HeaderEdit} from '../headers/header-edit';
import {planReplay} from '../plan-replay';
import {readTestMark} from './test-mark';

describe('readTestMark', () => {
  it.each([
    ['X-Test: 1', {name: 'X-Test', value: '1'}],
    ['  x-environment:staging, of "qa"  ', {name: 'x-environment', value: 'staging, of "qa"'}],
    ['X-Test', null],
    ['X-Test:', null],
    ['X Test: 1', null],
    ['X-Test: ä', null],
    ['X-Test: 1\r\nX-More: 2', null],
    ['Authorization: Bearer x', null],
    ['X-Api-Key: k', null],
    ['Cookie: a=b', null],
    ['Host: example.com', null],
    ['Content-Type: text/plain', null],
    ['', null],
  ])('reads %j as %j', (text, mark) => {
    expect(readTestMark(text)).toEqual(mark);
  });

  it('decides what the settings take', () => {
    const parse = (testHeader: string) =>
      settingsSchema.safeParse({replay: {targets: [{name: 'a', baseUrl: 'https://a.test', testHeader}]}});
    expect(['', 'X-Test: 1', 'X-Api-Key: k'].map((text) => parse(text).success)).toEqual([true, true, false]);
  });
});

describe('the test mark of a target', () => {
  const mark = {name: 'X-Test', value: '1'};

  function headerPlan(headers: {name: string; value: string}[], edits: HeaderEdit[] = []) {
    const source = buildCaptured({headers});
    const plan = planReplay({
      source,
      draft: openDraft(source),
      options: {
        id: 'r',
        marker: 'm',
        startedAt: 1,
        way: 'extension',
        timeoutSeconds: 1,
        followRedirects: false,
        headers: edits,
        mark,
      },
    });
    if (!plan.ok) throw new Error(plan.reason);
    const decisions = plan.headerPlan.filter(({name}) => name.toLowerCase() === 'x-test');
    const {headers: sent} = plan.record;
    const values = sent.state === 'known' ? sent.list.filter(({name}) => /^x-test$/i.test(name)) : [];
    return [decisions.map(({outcome, reason}) => [outcome, reason]), values.map(({value}) => value)];
  }

  it.each<[string, {name: string; value: string}[], HeaderEdit[], string, RegExp, string[]]>([
    ['is added', [], [], 'added', /test header of this target/, ['1']],
    [
      'takes the place of the original’s',
      [{name: 'x-test', value: '0'}],
      [],
      'changed',
      /test header/,
      ['1'],
    ],
    ['gives way to the user’s value', [], [{name: 'x-test', value: '2'}], 'changed', /you entered/, ['2']],
    ['gives way to the user’s removal', [], [{name: 'X-TEST', remove: true}], 'left-out', /You removed/, []],
  ])('%s, and the header plan says so', (_, headers, edits, outcome, reason, values) => {
    expect(headerPlan(headers, edits)).toEqual([[[outcome, expect.stringMatching(reason)]], values]);
  });
});
