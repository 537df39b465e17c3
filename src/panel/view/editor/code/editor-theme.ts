import {HighlightStyle, syntaxHighlighting} from '@codemirror/language';
import type {Extension} from '@codemirror/state';
import {EditorView} from '@codemirror/view';
import {tags} from '@lezer/highlight';

/** Colours only come from tokens.css, so both themes work without configuring the editor. */
const look = EditorView.theme({
  '&': {height: '100%', color: 'var(--fg)', backgroundColor: 'var(--bg-input)', fontSize: 'var(--font-size)'},
  '&.cm-focused': {outline: '2px solid var(--focus)', outlineOffset: '-2px'},
  '.cm-scroller': {fontFamily: 'var(--font-mono)', lineHeight: 'var(--line-height)'},
  '.cm-content': {caretColor: 'var(--fg)', padding: '4px 0'},
  '.cm-line::selection, .cm-line ::selection': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 28%, transparent)',
  },
  '.cm-activeLine': {backgroundColor: 'color-mix(in srgb, var(--accent) 7%, transparent)'},
  '.cm-gutters': {
    color: 'var(--fg-muted)',
    backgroundColor: 'var(--bg)',
    borderRight: '1px solid var(--border)',
  },
  '.cm-activeLineGutter': {color: 'var(--fg)', backgroundColor: 'var(--row-hover)'},
  '.cm-lineNumbers .cm-gutterElement': {padding: '0 4px 0 8px', minWidth: '24px'},
  '.cm-foldGutter .cm-gutterElement': {cursor: 'pointer', padding: '0 3px'},
  '.cm-foldPlaceholder': {
    color: 'var(--fg-muted)',
    backgroundColor: 'var(--bg-raised)',
    border: '1px solid var(--border)',
    padding: '0 6px',
    margin: '0 4px',
    fontFamily: 'var(--font-ui)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--border-strong)',
  },
  '&.cm-laid-out .cm-colon': {paddingRight: '1ch'},
  '.cm-changed': {
    backgroundColor: 'var(--ok-tint)',
    boxShadow: 'inset 3px 0 0 var(--ok)',
  },
  '.cm-specialChar': {color: 'var(--warning)', fontWeight: 'bold'},
  '.cm-searchMatch': {backgroundColor: 'color-mix(in srgb, var(--warning) 30%, transparent)'},
  '.cm-searchMatch-selected': {outline: '1px solid var(--warning)'},
  '.cm-selectionMatch': {backgroundColor: 'color-mix(in srgb, var(--accent) 14%, transparent)'},
});

const marks = EditorView.theme({
  '.cm-lintRange': {
    backgroundImage: 'none',
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textDecorationThickness: '1px',
    textUnderlineOffset: '3px',
    paddingBottom: '0',
  },
  '.cm-lintRange-error': {textDecorationColor: 'var(--error)', backgroundColor: 'var(--error-tint)'},
  '.cm-lintRange-warning': {textDecorationColor: 'var(--warning)', backgroundColor: 'var(--warning-tint)'},
  '.cm-lintRange-info': {textDecorationColor: 'var(--info)', textDecorationStyle: 'dotted'},
  '.cm-lintRange-active': {backgroundColor: 'var(--row-selected)'},
  '.cm-gutter-lint': {width: '16px'},
  '.cm-gutter-lint .cm-gutterElement': {padding: '1px 2px'},
});

const panels = EditorView.theme({
  '.cm-tooltip': {
    color: 'var(--fg)',
    backgroundColor: 'var(--bg)',
    border: '1px solid var(--border-strong)',
    borderRadius: 'var(--radius)',
    boxShadow: '0 2px 10px rgb(0 0 0 / 0.25)',
    fontFamily: 'var(--font-ui)',
    maxWidth: 'min(440px, 92vw)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {fontFamily: 'var(--font-mono)', maxHeight: '14em'},
  '.cm-tooltip-autocomplete ul li': {padding: '2px 8px'},
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    color: 'var(--fg)',
    backgroundColor: 'var(--row-selected)',
  },
  '.cm-completionDetail': {color: 'var(--fg-muted)', fontStyle: 'normal', fontFamily: 'var(--font-ui)'},
  '.cm-completionInfo': {padding: '6px 8px', maxWidth: '260px'},
  '.cm-diagnostic': {padding: '6px 10px', borderLeftWidth: '3px', whiteSpace: 'normal'},
  '.cm-diagnostic-error': {borderLeftColor: 'var(--error)'},
  '.cm-diagnostic-warning': {borderLeftColor: 'var(--warning)'},
  '.cm-diagnostic-info': {borderLeftColor: 'var(--info)'},
  '.cm-diagnosticSource': {fontSize: '11px', opacity: '1', color: 'var(--fg-muted)'},
  '.cm-diagnosticAction': {
    color: 'var(--on-accent)',
    backgroundColor: 'var(--accent-fill)',
    font: 'inherit',
    padding: '2px 8px',
    margin: '4px 6px 0 0',
    borderRadius: 'var(--radius)',
  },
  '.cm-panels': {color: 'var(--fg)', backgroundColor: 'var(--bg-raised)', fontFamily: 'var(--font-ui)'},
  '.cm-panels-bottom': {borderTop: '1px solid var(--border)'},
  '.cm-panel.cm-search': {padding: '4px 24px 4px 6px'},
  '.cm-panel.cm-search label': {fontSize: '12px', whiteSpace: 'nowrap'},
  '.cm-textfield, .cm-button': {fontSize: '12px'},
  '.cm-textfield': {
    color: 'var(--fg)',
    backgroundColor: 'var(--bg-input)',
    border: '1px solid var(--border-strong)',
    borderRadius: 'var(--radius)',
  },
  '.cm-button': {
    color: 'var(--fg)',
    backgroundImage: 'none',
    backgroundColor: 'var(--bg)',
    border: '1px solid var(--border-strong)',
    borderRadius: 'var(--radius)',
  },
  '.cm-panel.cm-search [name=close], .cm-panel.cm-panel-lint [name=close]': {
    color: 'var(--fg)',
    font: '16px var(--font-ui)',
  },
  '.cm-panel.cm-panel-lint ul': {maxHeight: '130px'},
  '.cm-panel.cm-panel-lint ul [aria-selected]': {backgroundColor: 'var(--row-selected)'},
});

const changes = EditorView.theme({
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': {backgroundColor: 'var(--error-tint)'},
  '&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine': {backgroundColor: 'var(--ok-tint)'},
  // Underlined and not filled, so that text keeps its contrast.
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': {
    background: 'none',
    boxShadow: 'inset 0 -2px var(--error)',
  },
  '&.cm-merge-b .cm-changedText, .cm-inlineChangedLine .cm-changedText': {
    background: 'none',
    boxShadow: 'inset 0 -2px var(--ok)',
  },
  '.cm-collapsedLines': {
    color: 'var(--fg-muted)',
    background: 'var(--bg-raised)',
    padding: '3px 8px',
    fontFamily: 'var(--font-ui)',
  },
  '.cm-collapsedLines:before, .cm-collapsedLines:after': {content: '"···"'},
  '.cm-changeGutter': {width: '3px', paddingLeft: '1px'},
});

const colours = HighlightStyle.define([
  {tag: tags.propertyName, color: 'var(--json-key)'},
  {tag: tags.string, color: 'var(--json-string)'},
  {tag: tags.number, color: 'var(--json-number)'},
  {tag: [tags.bool, tags.null], color: 'var(--json-atom)'},
  {tag: tags.invalid, color: 'var(--error)'},
  {tag: tags.separator, class: 'cm-colon'},
]);

export const editorTheme: Extension = [look, marks, panels, changes, syntaxHighlighting(colours)];

/** Draws the spaces that `toReadableText` omits, while the text is pretty-printed. */
export function readingLook(isLaidOut: (view: EditorView) => boolean): Extension {
  return EditorView.editorAttributes.of((view) => (isLaidOut(view) ? {class: 'cm-laid-out'} : null));
}
