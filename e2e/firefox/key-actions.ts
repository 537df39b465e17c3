/** Code points that the WebDriver standard (section "Keyboard actions") uses for keys that are not characters. */
const keyCodes: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  F1: '\uE031',
  F6: '\uE036',
  F8: '\uE038',
  F10: '\uE03A',
  Meta: '\uE03D',
};

/** Presses the keys of a chord such as `Control+Shift+Enter` in order and releases them in reverse order. */
export function toChordActions(chord: string): object[] {
  const names = chord === '+' ? ['+'] : chord.split('+');
  const keys = names.map(toKey);
  const down = keys.map((value) => ({type: 'keyDown', value}));
  const up = keys.toReversed().map((value) => ({type: 'keyUp', value}));
  return [{type: 'key', id: 'keyboard', actions: [...down, ...up]}];
}

export function toTypingActions(text: string): object[] {
  const actions = Array.from(text.replaceAll('\r\n', '\n'), (character) => {
    const value = character === '\n' ? toKey('Enter') : character;
    return [
      {type: 'keyDown', value},
      {type: 'keyUp', value},
    ];
  });
  return [{type: 'key', id: 'keyboard', actions: actions.flat()}];
}

function toKey(name: string): string {
  const key = name.length === 1 ? name : keyCodes[name];
  if (key === undefined) throw new Error(`No key is called “${name}”.`);
  return key;
}
