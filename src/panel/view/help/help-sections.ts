import {filterWords, isWords} from '../../store/filter/filter-words';

export interface HelpRow {
  /** Alternatives, each as keys to press together; or one text to type. */
  ways: readonly (readonly string[])[];
  does: string;
}

export interface HelpSection {
  title: string;
  rows: readonly HelpRow[];
}

/** All shortcuts and filter words, once: the panel's overview and README.md are both made from this. */
export const helpSections: readonly HelpSection[] = [
  {
    title: 'Anywhere in the panel',
    rows: [
      {ways: [['/'], ['Ctrl/⌘', 'F']], does: 'Go to the filter'},
      {ways: [['Esc']], does: 'Close the menu, dialog, search, details or coverage'},
      {
        ways: [['Ctrl/⌘', 'V']],
        does: 'Create a request from a copied cURL command, fetch call, JSON or HAR',
      },
      {ways: [['C']], does: 'Open or close coverage'},
      {ways: [['?']], does: 'Show this help'},
    ],
  },
  {
    title: 'List',
    rows: [
      {ways: [['↑'], ['↓'], ['Page Up'], ['Page Down'], ['Home'], ['End']], does: 'Select another row'},
      {ways: [['←'], ['→']], does: 'Collapse or expand a batch or a page visit'},
      {ways: [['Enter']], does: 'Open the details'},
      {ways: [['Delete']], does: 'Remove the import that holds the selected request'},
      {ways: [['Shift', 'F10'], ['Right click']], does: 'Show the actions for the row'},
      {
        ways: [['Space'], ['Ctrl/⌘', 'click']],
        does: 'Select a row to compare, then another, and compare them by field',
      },
      {ways: [['↓'], ['Enter']], does: 'In the filter: go to the list'},
      {
        ways: [['↓'], ['↑'], ['Enter'], ['Tab']],
        does: 'In the suggestions of the filter: choose one, insert it',
      },
      {ways: [['Alt', '↓']], does: 'In the filter: show suggestions'},
      {ways: [['←'], ['→'], ['Enter']], does: 'In the column heads: move, sort'},
      {
        ways: [
          ['Shift', '←'],
          ['Shift', '→'],
        ],
        does: 'In the column heads: resize the column',
      },
      {ways: [['Shift', 'F10'], ['Right click']], does: 'In the column heads: choose columns'},
    ],
  },
  {
    title: 'Coverage',
    rows: [
      {ways: [['↑'], ['↓'], ['Page Up'], ['Page Down'], ['Home'], ['End']], does: 'Select another line'},
      {ways: [['←'], ['→']], does: 'Collapse or expand an event: its properties, values and occurrences'},
      {
        ways: [
          ['Shift', '←'],
          ['Shift', '→'],
        ],
        does: 'Collapse or expand all sections',
      },
      {ways: [['Enter']], does: 'Open the occurrence, or run the action of the line'},
      {ways: [['Space']], does: 'Pick an event, to test it alone or draft a plan'},
    ],
  },
  {
    title: 'Timeline',
    rows: [
      {ways: [['drag'], ['Tab', 'Enter']], does: 'Choose a time range, which filters the list'},
      {ways: [['←'], ['→'], ['Home'], ['End']], does: 'Move an end of the range'},
      {ways: [['double click']], does: 'Show all times'},
    ],
  },
  {
    title: 'Details, menus and dividers',
    rows: [
      {ways: [['←'], ['→'], ['Home'], ['End']], does: 'Change the tab, or move the divider'},
      {ways: [['↑'], ['↓'], ['Home'], ['End']], does: 'Move in the event’s fields, or in a menu'},
      {ways: [['←'], ['→'], ['Enter']], does: 'Collapse or expand a field'},
    ],
  },
  {
    title: 'Editor',
    rows: [
      {ways: [['F8'], ['Shift', 'F8']], does: 'Go to the next or previous error or warning'},
      {ways: [['Alt', 'Enter']], does: 'Fix the issue under the cursor'},
      {ways: [['Ctrl/⌘', '.']], does: 'Show the fixes of the issue under the cursor, or all fixes'},
      {ways: [['Ctrl/⌘', 'Enter']], does: 'Send'},
      {ways: [['Ctrl/⌘', 'F']], does: 'Find in the text'},
      {ways: [['Ctrl', 'Space']], does: 'Complete a name or a value'},
      {
        ways: [
          ['Ctrl/⌘', 'Z'],
          ['Ctrl/⌘', 'Shift', 'Z'],
        ],
        does: 'Undo or redo',
      },
      {ways: [['Ctrl/⌘', 'Shift', 'M']], does: 'List all issues below the text'},
      {ways: [['Tab']], does: 'Leave the editor'},
    ],
  },
  {
    title: 'Filter words',
    rows: [
      {ways: [['invite amy']], does: 'Finds requests and events that contain all these words'},
      {ways: [['"Amy Frank"']], does: 'Finds this exact text'},
      {
        ways: [['user:=766b'], ['name:"=Signed Up"']],
        does: 'Finds this exact value; also after type, group, page and url (an address or a host)',
      },
      {ways: [['-heartbeat'], ['-is:ok']], does: 'Excludes what the word finds'},
      ...Object.values(filterWords).map(({example, finds}) => ({ways: [[example]], does: `Finds ${finds}`})),
      ...Object.entries(isWords).map(([value, what]) => ({
        ways: [[`is:${value}`]],
        does: `Finds requests and events ${what}`,
      })),
    ],
  },
];
