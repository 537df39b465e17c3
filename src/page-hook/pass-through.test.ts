import {describe, expect, it} from 'vitest';
import {buildHookedPage} from './build-page';
import {readMembers, readText} from './pass-through';

const {natives} = buildHookedPage();

describe('an argument that is taken as text', () => {
  it('is read once, when the browser asks', () => {
    let asked = 0;
    const value = {
      toString() {
        asked += 1;
        return `asked ${asked}`;
      },
    };
    const reading = readText(value);
    expect([asked, reading.text()]).toEqual([0, undefined]);
    expect([`${reading.argument}`, reading.text(), asked]).toEqual(['asked 1', 'asked 1', 1]);
  });

  it.each(['https://a.test/', 1, null, undefined, true])('is %j itself', (value) => {
    expect(readText(value)).toMatchObject({argument: value});
    expect(readText(value).text()).toBe(String(value));
  });

  it('throws what the page throws', () => {
    const failing = {
      toString() {
        throw new RangeError('The page’s own.');
      },
    };
    expect(() => `${readText(failing).argument}`).toThrow(RangeError);
    expect(() => `${readText(Object.create(null)).argument}`).toThrow(TypeError);
  });
});

describe('options', () => {
  it('are asked only for what the browser asks for, once and in its order', () => {
    const asked: PropertyKey[] = [];
    const init = new Proxy(
      {method: 'PUT', body: '[1]'},
      {
        get(target, key) {
          asked.push(key);
          return Reflect.get(target, key);
        },
        getOwnPropertyDescriptor: () => expect.unreachable('asked for a descriptor'),
        has: () => expect.unreachable('asked whether it is there'),
        ownKeys: () => expect.unreachable('asked for its keys'),
      },
    );
    const members = readMembers(init, natives);
    expect(asked).toEqual([]);
    const argument = members.argument as Record<string, unknown>;
    expect([argument.body, argument.headers, `${argument.method}`]).toEqual(['[1]', undefined, 'PUT']);
    expect(asked).toEqual(['body', 'headers', 'method']);
    expect([members.method(), members.body()]).toEqual(['PUT', '[1]']);
  });

  it('hand out what is frozen', () => {
    const members = readMembers(Object.freeze({method: {toString: () => 'POST'}}), natives);
    expect(`${(members.argument as Record<string, unknown>).method}`).toBe('POST');
    expect(members.method()).toBe('POST');
  });

  it.each([undefined, null, 3, 'text'])('that are none are %j itself', (init) => {
    expect(readMembers(init, natives).argument).toBe(init);
  });

  it('see the object itself in a getter', () => {
    const init = {
      get body() {
        return this;
      },
    };
    expect((readMembers(init, natives).argument as typeof init).body).toBe(init);
  });
});
