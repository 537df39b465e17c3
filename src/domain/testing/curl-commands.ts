/** A command that a user may paste, with the address `https://h.test/api/track`. */
export interface CurlSample {
  what: string;
  command: string;
  /**
   * A part of the note about what could not be read, or is read differently than by a shell. Without it, everything
   * is read.
   */
  note?: string;
  /** With a note: the request that curl sends anyway. */
  isSame?: boolean;
}

const odd = '{"n": 12345678901234567890, "n":1e400, "z" : -0}';
const U = 'https://h.test/api/track';

const read: [what: string, command: string][] = [
  // Quotes and words.
  ['single quotes', `curl ${U} -d '${odd}'`],
  ['a quote within', `curl ${U} --data-raw 'it'\\''s'`],
  ['double quotes', `curl ${U} -d "a \\"b\\" \\$HOME \\\\ \\n"`],
  ['ANSI-C quotes', `curl ${U} --data-raw $'it\\'s \\u0021 \\x41 \\101 \\n \\U1F642 \\cA \\? \\q'`],
  ['a locale’s quotes', `curl ${U} -d $"a b"`],
  ['quotes side by side', `curl ${U} -d a'b'"c"\\ d`],
  ['Unicode', `curl ${U} -d 'à ü漢🙂'`],
  ['a continued line with nothing behind it', `curl ${U} -d '[1]' \\\n`],
  ['a backslash at the end', `curl ${U} -d '[1]' \\`],
  ['continued lines', `curl \\\n  ${U} \\\n  -d 'x\ny'`],
  ['a continued line within double quotes', `curl ${U} -d "a\\\nb"`],
  ['a dollar that is one', `curl ${U} -d "a$ $ b $" -d $`],
  ['a hash within a word', `curl ${U} -d a#b # and a comment`],
  ['carets', `curl ${U} --data-raw '[{"event_name":"^"}]'`],
  ['what follows it', `curl ${U} -d x | cat && echo y`],
  ['no body', `curl ${U}`],
  // Sources of the body.
  ['several pieces', `curl ${U} -d a=1 --data-binary b=2`],
  ['an upload', `curl ${U} -T - <<< abc`],
  ['an upload with a method', `curl ${U} -T - -X POST <<< abc`],
  ['an empty body', `curl ${U} -d ''`],
  ['empty pieces', `curl ${U} -d a -d '' -d b`],
  ['pieces of JSON', `curl ${U} --json '{"a":' --json '1}'`],
  ['JSON before and behind a piece', `curl ${U} -d 1 --json '{}' -d 2`],
  ['encoded pieces', `curl ${U} --data-urlencode 'a=ü &+' --data-urlencode '=x y' --data-urlencode 'a b'`],
  ['an @ that does not name a file', `curl ${U} --data-raw @x`],
  ['printf piped into it', `printf '%s' '${odd}' | curl ${U} --data-binary @-`],
  ['printf with escapes', `printf '\\303\\274 %%\\001' | curl ${U} --data-binary @-`],
  ['printf with --', `printf -- '--%s-' a b | curl ${U} --data-binary @-`],
  ['echo piped into it', `echo '[1]' | curl ${U} -d @-`],
  ['echo with options', `echo -ne 'a\\tb' | curl ${U} --data-binary @-`],
  ['a line break behind the pipe', `echo '[1]' |\n  curl ${U} -d @-`],
  ['an encoded input', `printf 'a b' | curl ${U} --data-urlencode n@-`],
  [
    'a here-document',
    `curl ${U} -H 'Content-Type: application/json' -d @- <<'EOF'\n[{"event_name":"it's"}]\nEOF`,
  ],
  ['a here-document, byte for byte', `curl ${U} --data-binary @- <<'EOF'\n\ta\n\n $x \\\nEOF\n`],
  ['a here-document without tabs', `curl ${U} --data-binary @- <<-"E F"\n\ta\n\t\tb\n\tE F\n`],
  [
    'a here-document that is expanded',
    `X=1\ncurl ${U} --data-binary @- <<EOF\n"$X" \\$X \\\\ 'a' \\\nb \`printf c\`\nEOF`,
  ],
  ['a here-document before the rest of the line', `cat <<EOF | curl ${U} -d @-\n[1]\nEOF`],
  ['a here-string', `curl ${U} -d @- <<< '[1]'`],
  ['a here-string, binary', `curl ${U} --data-binary @- <<<"[1]"`],
  // Expansions of the shell that are in the text.
  ['a substitution', `curl -X POST ${U} -d "$(printf '[\\x0a{"event_name":"a"}]')"`],
  ['a substitution of a here-document', `curl ${U} -d "$(cat <<'EOF'\n[{"a":"b)"}]\n\nEOF\n)"`],
  ['backticks', `curl ${U} -d "\`printf '[1]'\`"`],
  ['quotes within backticks', `curl ${U} -d "\`echo \\"a b\\" '\\$' \\\\\\\\\`"`],
  ['an unquoted substitution', `curl ${U} -d $(printf 1)$(echo 2)`],
  ['a variable of the script', `KEY='a b'\nexport URL=${U}; curl "$URL" -H "X-Key: \${KEY}" -d "$KEY"`],
  ['a variable that is appended to', `X=1; X+=2; curl ${U} -d "$X"`],
  ['variables set one behind the other', `A=1 && B=2 && curl ${U} -d "$A$B"`],
  ['a comment within a substitution', `curl ${U} -d "$(echo a # c)\n)"`],
  ['a variable before the command', `KEY=1 curl ${U} -d '[]'`],
  // Redirects.
  ['an error stream', `curl 2>/dev/null ${U} -d '[]'`],
  ['an output file', `curl ${U} -d '[]' > out.json`],
  ['both streams', `curl ${U} -d '[]' &>/dev/null`],
  ['streams in each other', `curl ${U} -d '[]' >/dev/null 2>&1 < /dev/null`],
  ['a stream with a name', `curl ${U} -d '[]' {fd}>out`],
  ['digits that are not a stream', `curl ${U} -d 2 >/dev/null`],
  // Several.
  ['commands one below the other', `curl '${U}' -d '[1]' ;\ncurl '${U}' -d '[2]'`],
  ['commands in a list', `curl ${U} -d '[1]' && curl ${U} -d '[2]'`],
  ['commands in the background', `curl ${U} -d 1 & wait; curl ${U}?b -d 2`],
  ['a command in a substitution', `A=$(curl -s ${U} -d 1); curl ${U}?b -d 2`],
  ['a command in backticks in quotes', `echo "\`curl -s ${U} -d '[1]'\`"`],
  ['a command that sends nothing before it', `curl --version >/dev/null\ncurl ${U} -d 2`],
  [
    'a command that asks for curl before it',
    `if ! command -v curl >/dev/null; then exit; fi\ncurl ${U} -d 2`,
  ],
  ['another request behind --next', `curl ${U} -d '[1]' --next ${U} -d '[2]' -: ${U}?c`],
  ['--next without an address before it', `curl -d 1 --next --next ${U}`],
  ['several addresses', `curl ${U}?a ${U}?b -d 1`],
  // Positions of a command.
  ['braces', `{ curl ${U} -d '[]'; }`],
  ['a subshell', `(curl ${U} -d '[]')`],
  ['words before it', `command curl ${U} -d '[]'; env A=1 curl ${U}?b`],
  [
    'a command that runs it',
    `timeout 5 curl ${U} -d 1; nice -n 5 env -u A B=1 curl ${U}?b; time -p curl ${U}?c`,
  ],
  ['comments before it', `# the batch: curl it\n\ncurl ${U} -d '[]'`],
  ['what ends echo', `echo -e 'a\\tb\\cd' | curl ${U} --data-binary @-`],
  ['what ends printf', `printf '%b-%s' 'a\\cb' c | curl ${U} --data-binary @-`],
  ['an input by its number', `curl ${U} -d @/dev/fd/0 <<< '[1]'`],
  // The address.
  ['brackets with backslashes', `curl '${U}?tag\\[\\]=1' -d '[]'`],
  ['brackets with -g', `curl -g '${U}?a[1]={b}' -d '[]'`],
  ['empty brackets', `curl '${U}?tag[]=1' -d '[]'`],
  ['JSON for the query', `curl -G ${U} --json 1`],
  ['data for the query', `curl -G ${U}?x=1 -d a=1 -d b=2`],
  ['data for the query before a fragment', `curl -G '${U}#f?a' -d b=1`],
  ['a query', `curl ${U} --url-query env=test`],
  ['an address behind --url', `curl --url ${U} -d 1`],
  ['an address behind --', `curl -d 1 -- ${U}`],
  ['no scheme', `curl h.test/api/track`],
  // The method.
  ['-I', `curl -I ${U}`],
  ['-X', `curl -X PATCH ${U} -d x`],
  ['-X twice', `curl -X PUT -XPATCH ${U} -d x`],
  ['-X without a body', `curl -X POST ${U}`],
  ['an attached value', `curl -sSLXPUT -d'{}' ${U}`],
  ['the beginning of an option', `curl ${U} --data-b x --heade 'X-A: b'`],
  [
    'options that do not change the request',
    `curl --expect100-timeout 1 --compressed -o /dev/null -k -m 9 ${U} -d '[]'`,
  ],
  ['switches that are off', `curl --no-get --no-keepalive ${U} -d 1`],
  // Headers.
  [
    'headers',
    `curl ${U} -H 'X-A:   b  ' -H 'X-B:' -H 'X-D;' -H 'x-a: c' -A agent -e 'https://a.test/;auto' -r 0-5`,
  ],
  ['headers that curl would send itself', `curl ${U} -H 'Accept:' -H 'Content-Type:' -A '' -d 1`],
  ['the last agent', `curl ${U} -A a -A b`],
  ['its own header over an option', `curl ${U} -H 'User-Agent: c' -A b -e r -H 'Referer: s'`],
  ['its own types', `curl ${U} -H 'Content-Type: a' -d 1`],
  ['cookies', `curl ${U} -b x=1 -b 'y=2; z=3'`],
  ['a cookie header over cookies', `curl ${U} -b a=1 -H 'Cookie: b=2'`],
  ['the rest of a file', `curl -C 100 ${U}`],
  // Logins.
  ['a login', `curl -u 'me:ü' ${U}`],
  ['a login without a password', `curl -u me: ${U}`],
  ['a login in the address', `curl https://amy:geh%40im@h.test/api/track -d '[]'`],
  ['a login over one in the address', `curl -u a:b https://c:d@h.test/api/track`],
  ['a header over a login', `curl -u a:b -H 'Authorization: Bearer q' https://c:d@h.test/api/track`],
  ['a token over a login', `curl --oauth2-bearer T -u a:b ${U}`],
];

const noted: [what: string, command: string, note: string, isSame?: boolean][] = [
  [
    'lines behind a missing backslash',
    `curl '${U}'\n  -H 'x-api-key: k'\n  --data-raw '[]'`,
    'Line 2 is read as part',
  ],
  ['an empty line within', `curl -X POST ${U} \\\n\n -d '[]'`, 'Line 3 is read as part'],
  ['a comment within', `curl -X POST ${U} \\\n # the batch\n -d '[]'`, 'Line 3 is read as part'],
  ['a backslash with spaces behind it', `curl -X POST ${U} \\  \n -d '[]'`, 'A backslash followed by spaces'],
  ['a backslash with a comment behind it', `curl ${U} -H 'A: b' \\ # why\n -d 1`, 'or a comment is read as'],
  ['a backslash with a typographic space', `curl ${U} \\\u00a0\n -d 1`, 'A backslash followed by spaces'],
  ['a backslash that was doubled', `curl ${U} \\\\\n -d 1`, 'another backslash or a comment'],
  [
    'lines that were joined to one',
    `curl -X POST \\ '${U}' \\ -H 'a: b' \\  --data '[1]'`,
    'A backslash followed by spaces',
  ],
  ['spaces of other scripts', `curl\u3000${U}\u2028-d\u2060'[1]'`, 'Typographic spaces are read as spaces'],
  ['a value in the next line', `curl ${U} -H 'A: b' -d\n'[1]'`, 'Line 2 is read as part'],
  ['an option without its value', `curl ${U} -sd`, 'The option --data has no value'],
  ['spaces of a web page', `\u200bcurl\u00a0${U}\u00a0-d '[1]'`, 'Typographic spaces are read as spaces'],
  ['an address on a separate line', `curl -X POST\n'${U}' \\\n-d '[]'`, 'Line 2 is read as part'],
  [
    'a substitution that only a shell knows',
    `curl ${U} -d '[{"timestamp":"'$(date -u +%FT%TZ)'"}]'`,
    '$(date -u +%FT%TZ) in --data is filled in by a shell',
  ],
  [
    'backticks',
    `curl ${U} -d '[{"timestamp":"'\`date -u +%FT%TZ\`'"}]'`,
    '`date -u +%FT%TZ` in --data is filled in by a shell',
  ],
  ['a variable', `curl ${U} -d '[{"timestamp":"'"$NOW"'"}]'`, '$NOW in --data is filled in by a shell'],
  ['a variable that is unset', `X=1; unset X; curl ${U} -d "$X"`, '$X in --data is filled in'],
  ...(
    [
      ['a subshell', '(D=b)'],
      ['a condition', 'false && D=b'],
      ['an alternative', 'true || D=b'],
      ['a pipe', 'D=b | true'],
      ['the background', 'D=b & wait'],
      ['printf', "printf -v D '%s' b"],
      ['read', 'read -r D <<< b'],
      ['a loop', 'for D in x y; do :; done'],
      ['let', 'let D=5'],
      ['arithmetic', 'D=1; ((D++))'],
      ['an element', 'D[0]=z'],
      ['an array', 'D=(a b)'],
      ['a home folder', 'D=~'],
      ['declare with an option', 'declare -x D=b'],
      ['typeset', 'typeset -u D=b'],
      ['eval', 'eval D=b'],
      ['another script', '. /dev/stdin <<< D=b'],
      ['an expansion', `: \${D:=b} \${E:=c}`],
      ['old arithmetic', ': $[D=5]'],
      ['arithmetic in a word', ': $((D=5))'],
      ['a timed command', 'time D=b'],
      ['a function', 'f() { D=b; }'],
      ['a function over lines', 'function f {\nD=b\n}'],
      ['a case', 'case x in y) D=b;; esac'],
    ] as const
  ).map(([what, set]): [string, string, string] => [
    `a variable that is set by ${what}`,
    `D=a; ${set}; curl ${U} -d "$D"`,
    '$D in --data is filled in',
  ]),
  ['what a group writes', `{ echo a; echo b; } | curl ${U} -d @-`, '@- is a file or an input'],
  ['a here-document without its end', `curl ${U} -d @- <<EOF\n[1]\n  EOF`, 'No line is only EOF'],
  ['an & in an address without quotes', `curl ${U}?a=1&b=2 -d '[1]'`, 'ends at an & without quotes'],
  ['a file that a shell makes', `curl ${U} -d @- < <(echo 1)`, '@- is a file or an input'],
  [
    'a header that depends on the time',
    `curl -z 'Wed, 01 Jan 2025 00:00:00 GMT' ${U}`,
    '--time-cond adds is not included',
  ],
  ['old arithmetic', `curl ${U} -d "$[1+2]"`, '$[1+2] in --data is filled in'],
  ['a list of words', `A=(-d 1)\ncurl ${U} "\${A[@]}"`, '[@]} is filled in by a shell. It is ignored.'],
  ['a variable of the address', `curl "${U}?k=\${KEY:-1}"`, ':-1} in the address is filled in'],
  ['a variable within a here-document', `curl ${U} -d @- <<EOF\n$NOW\nEOF`, '$NOW in the input is filled in'],
  ['a variable of a loop', `for i in 1 2; do curl ${U} -d "$i"; done`, 'The command is in a loop'],
  ['a condition', `if true; then curl ${U} -d '[]'; fi`, 'is in a condition', true],
  ['a number of printf', `printf '%d' 5 | curl ${U} -d @-`, '@- is a file or an input'],
  ['a home folder', `curl ${U} -d ~`, '~ in --data is filled in'],
  [
    'an alternative',
    `curl ${U} -d '[1]' || curl ${U} -d '[2]'`,
    'only runs it if the command before it fails',
  ],
  ['braces without quotes', `curl ${U} -d {a,b}`, 'Braces without quotes'],
  ['a sequence without quotes', `curl ${U} -d {1..3}`, 'Braces without quotes'],
  ['a file of a command', `curl ${U} -d @<(date)`, 'is a file or an input that is not available'],
  ['a file for a body', `curl ${U} -d @batch.json`, '@batch.json is a file', true],
  ['a file for JSON', `curl ${U} --json @x.json`, '@x.json is a file', true],
  ['an input that is a file', `curl ${U} -d @- < /dev/null`, '@- is a file or an input', true],
  ['a form', `curl ${U} -F a=1`, 'Multipart forms'],
  ['cookies of a file', `curl ${U} -b jar.txt`, 'Cookies from a file', true],
  ['headers of a file', `curl ${U} -H @/dev/null`, 'Headers from a file', true],
  ['a header without a colon', `curl ${U} -H abc`, 'has no colon', true],
  ['a pattern of addresses', `curl '${U}?a=[1-2]'`, 'in an address as a pattern'],
  [
    'commands in each other',
    `echo "$(curl ${U}?a -d "$(printf 1; true)$(curl ${U}?b)" >/dev/null)" >/dev/null`,
    'is filled in',
  ],
  [
    'ways to log in, of which one needs a challenge',
    `curl --anyauth --basic -u a:b ${U}`,
    '--anyauth needs a challenge',
    true,
  ],
  ['another login', `curl --digest -u me:pw ${U}`, '--digest needs a challenge', true],
  ['an unknown option', `curl ${U} --nothing-known`, 'curl has no option --nothing-known'],
  [
    'quotes of a text processor',
    'curl -X POST ‘https://h.test/api/track’ -d ‘[{"a":1}]’',
    'Typographic quotes',
  ],
  [
    'double quotes of a text processor',
    'curl “https://h.test/api/track” —data “[{“a”:1}]”',
    'Typographic quotes',
  ],
  ['doubled quotes', `curl -X POST "${U}" -d "[{""event_name"":""a""}]"`, 'Doubled quotes'],
];

/** Every kind of command that is read, or for which a note says what could not be read. */
export const curlSamples: readonly CurlSample[] = [
  ...read.map(([what, command]): CurlSample => ({what, command})),
  ...noted.map(([what, command, note, isSame = false]): CurlSample => ({what, command, note, isSame})),
  // Standard input is read once, by the first option that refers to it.
  {what: 'the input named twice', command: `printf 'a\\n' | curl https://h.test/p -d @- -d @-`},
  {
    what: 'the input named in several ways',
    command: `printf a | curl https://h.test/p --data-binary @- -d x=1 --data-urlencode q@-`,
  },
  {what: 'JSON from the input twice', command: `printf '[1]' | curl --json @- --json @- https://h.test/p`},
  {
    what: 'the input of two requests',
    command: `printf a | curl https://h.test/p -d @- --next https://h.test/q -d @-`,
  },
  {what: 'an upload of the input, and the input', command: `printf a | curl https://h.test/p -T - -H 'a: b'`},
  // Here-documents in substitutions.
  {
    what: 'a here-document in a substitution in quotes',
    command: `curl https://h.test/p -d "$(cat <<'EOF'\n{"a": "it's (so"}\nEOF\n)"`,
  },
  {
    what: 'a here-document without quotes in a substitution',
    command: `curl https://h.test/p -d "$(cat <<-EOF\n\t\t{"a": "1"} ' )\n\tEOF\n)" -H 'a: b'`,
  },
  {
    what: 'a here-document in a substitution for a variable',
    command: `BODY=$(cat <<EOF\n{"a": ["b", "it's"]}\nEOF\n)\ncurl https://h.test/p -d "$BODY"`,
  },
  {what: 'a variable of a list', command: 'BODY=$(echo "[1, *]")\ncurl https://h.test/p -d "$BODY"'},
  {
    what: 'a shift beside a substitution',
    command: 'curl https://h.test/p -d 1 -H "a: $(echo 5)" # $((1<<2))',
  },
  // Texts that a command runs.
  {what: 'the text of bash -c', command: `bash -c 'curl https://h.test/p -d "[5]"'`},
  {what: 'the text of sh with other options', command: `/bin/sh -e -c "curl https://h.test/p -d '[6]'"`},
  {what: 'the text of eval', command: `eval "curl https://h.test/p -d '[7]'"`},
  {what: 'a text in a text', command: `bash -c "sh -c 'curl https://h.test/p -d 8'"`},
  // Addresses and headers.
  {what: 'one slash behind the scheme', command: `curl http:/h.test/p -d 1`},
  {what: 'three slashes behind the scheme', command: `curl http:///h.test/p -d 1`},
  {what: 'a line break in a header', command: `curl https://h.test/p -H $'x: a\\r\\nz: c' -d 1`},
  {what: 'a NUL in ANSI-C quotes', command: `curl https://h.test/p -d $'a\\0b'c`},
  {
    what: 'options in a variable',
    command: `O='-s -X PUT'; curl $O https://h.test/p -d 1`,
    note: '$O is filled in by a shell. It is ignored.',
  },
  {
    what: 'dots in a path as they are',
    command: `curl --path-as-is https://h.test/a/../p -d 1`,
    note: '--path-as-is is ignored: browsers resolve . and .. in a path.',
  },
  {what: 'dots in a path', command: `curl https://h.test/a/../p -d 1`},
];
