/** What people should not read, and what to write instead. `docs/WORDING.md` lists the same; a test holds them together. */
export const bannedWords: readonly {words: string; pattern: RegExp; instead: string}[] = [
  {
    words: 'is no, are no',
    // "There is no …" is how English says that something is missing.
    pattern: /(?<!\bthere )\b(?:is|are|was|were|be) no\b(?! longer)/i,
    instead: 'is not a',
  },
  {
    words: 'nobody, anybody, whoever',
    pattern: /\b(?:no|any)body\b|\bwhoever\b/i,
    instead: 'name who, or use the passive',
  },
  {
    words: 'stands in, stands at',
    pattern: /\bstand(?:s|ing)? (?:in|at|on|there|here|twice|beside|behind|before)\b/i,
    instead: 'is in, is at',
  },
  {words: 'absurdly', pattern: /\babsurd/i, instead: 'too'},
  {words: 'merely, hardly, seldom', pattern: /\b(?:merely|hardly|seldom)\b/i, instead: 'only, rarely'},
  {words: 'fate', pattern: /\bfates?\b/i, instead: 'delivery, result'},
  {words: 'laid out to read', pattern: /\blaid out\b/i, instead: 'pretty-printed'},
  {words: 'take along, leave out', pattern: /\b(?:take|takes|taken) along\b/i, instead: 'send, do not send'},
  {words: 'take back', pattern: /\btak(?:e|es|en|ing) back\b/i, instead: 'revoke'},
  {words: 'mend', pattern: /\bmend(?:s|ed|ing)?\b/i, instead: 'fix'},
  {words: 'judge, verdict on people’s data', pattern: /\bjudged?\b/i, instead: 'check'},
  {words: 'refuse', pattern: /\brefus(?:e|es|ed|ing)\b/i, instead: 'reject'},
  {words: 'vanish, goes astray', pattern: /\b(?:vanish|astray)/i, instead: 'is lost'},
  {words: 'e-mail', pattern: /\be-mail/i, instead: 'email'},
  {words: 'lower-case, upper-case', pattern: /\b(?:lower|upper)[- ]case\b/i, instead: 'lowercase, uppercase'},
  {words: 'anew', pattern: /\banew\b/i, instead: 'again'},
  {words: 'unpack', pattern: /(?<!\*Load )\bunpack/i, instead: 'decompress'},
  {words: 'go on', pattern: /\b(?:go|goes) on\b/i, instead: 'continue, resume'},
  {words: 'on its way', pattern: /\bon (?:its|their|the) way\b/i, instead: 'pending, sending'},
  {words: 'withheld', pattern: /\bwithh[eo]ld/i, instead: 'hidden by the browser'},
  {words: 'what is listed', pattern: /\bwhat is listed\b/i, instead: 'filtered requests'},
  {words: 'of its own, of your own', pattern: /\bof (?:its|your|their) own\b/i, instead: 'its own, your own'},
  {words: 'holds no, gives no', pattern: /\b(?:holds|gives|finds|names) no\b/i, instead: 'does not contain'},
  {words: 'choose so', pattern: /\bcho(?:o|)se so\b/i, instead: 'choose to'},
  {words: 'hold back, keep back', pattern: /\b(?:hold|keep|held|kept)s? back\b/i, instead: 'queue, mask'},
  {
    words: 'says nothing of, tells nothing of',
    pattern: /\b(?:say|tell)s? nothing of\b/i,
    instead: 'does not say',
  },
  {
    words: 'all the same, by itself',
    pattern: /\ball the same\b|\bby itself\b/i,
    instead: 'still, automatically',
  },
];

/** Folders whose texts are read: all that people see, down to the last error message. */
export const shownFolders: readonly string[] = [
  'src/background',
  'src/devtools',
  'src/domain',
  'src/messages',
  'src/page-hook',
  'src/panel',
  'src/permission-page',
  'src/settings-page',
  'src/storage',
  'packages/cli/src',
  'packages/core/src',
  'packages/playwright/src',
  'e2e/demo',
  'e2e/dev',
  'e2e/scaffold',
];

/** Documents; what they show as code keeps its names. */
export const documents: readonly string[] = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'PRIVACY.md',
  'RULES.md',
  'SECURITY.md',
  'docs/PERMISSIONS.md',
  'docs/RELEASING.md',
  'packages/cli/README.md',
  'packages/core/README.md',
  'packages/playwright/README.md',
  'src/permission-page/permission.html',
  'manifest.json',
];
