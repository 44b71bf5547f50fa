import type { SyntaxRule } from '../../syntax-rule.ts';
import { called, file, given, go, inFile, joined, literalText, sql } from './matchers.ts';

export const goCallsRules: readonly SyntaxRule[] = [
  {
    id: 'go-shell',
    languages: go,
    cwe: ['CWE-78'],
    severity: 'high',
    message: 'A text that is not constant is handed to a shell: start the program with its arguments.',
    words: /exec\.Command/,
    match: {
      ...called('exec\\.(Command|CommandContext)'),
      all: [
        given('"(/bin/|/usr/bin/)?(sh|bash|ash|zsh|dash|cmd)"\\s*,\\s*"(-c|-lc|/c|/C)"\\s*,'),
        { not: given(`"(-c|-lc|/c|/C)"\\s*,\\s*${literalText}\\s*,?\\s*\\)$`) },
      ],
    },
    flags: [
      file('out, err := exec.Command("sh", "-c", "wc -l "+name).Output()'),
      file('c := exec.CommandContext(ctx, "/bin/bash", "-c", line)'),
    ],
    passes: [file('out, err := exec.Command("wc", "-l", "--", name).Output()'), file('c := exec.Command("sh", "-c", "uptime")')],
  },
  {
    id: 'go-sql-built',
    languages: go,
    cwe: ['CWE-89'],
    severity: 'high',
    message: 'The statement is put together from values: pass them as parameters.',
    words: /Query|Exec|Prepare|Raw/,
    match: {
      kind: 'call_expression',
      all: [
        {
          has: {
            field: 'function',
            regex: '\\.(Query|QueryContext|QueryRow|QueryRowContext|Exec|ExecContext|Prepare|PrepareContext|Raw|Get|Select)$',
          },
        },
        { has: { field: 'arguments', has: { any: [joined, called('fmt\\.Sprintf')], regex: sql } } },
      ],
    },
    flags: [
      file('rows, err := db.Query("SELECT id FROM users WHERE name = \'" + name + "\'")'),
      file('_, err := db.Exec(fmt.Sprintf("DELETE FROM users WHERE id = %s", id))'),
    ],
    passes: [
      file('rows, err := db.Query("SELECT id FROM users WHERE name = ?", name)'),
      file('_, err := db.Exec("SELECT id " + "FROM users")'),
    ],
  },
  {
    id: 'go-markup',
    languages: go,
    cwe: ['CWE-79'],
    severity: 'high',
    message: 'Text put together from values becomes part of the page as markup.',
    words: /template\.(HTML|JS|URL)|text\/template|Fprintf|Write/,
    match: {
      any: [
        {
          ...called('template\\.(HTML|JS|HTMLAttr|URL)'),
          all: [{ not: given(`^\\(\\s*${literalText}\\s*\\)$`) }, { not: given('(?i)(escape|sanitize)\\w*\\(') }],
        },
        {
          ...called('fmt\\.Fprintf'),
          all: [given('^\\(\\s*(w|rw|res|resp|writer)\\s*,\\s*["`][^"`]*<[a-zA-Z][^"`]*%[sv]'), { not: given('(?i)escape\\w*\\(') }],
        },
        { ...called('template\\.New'), all: [inFile('text/template'), inFile('net/http')] },
      ],
    },
    flags: [
      file('return template.HTML(comment)'),
      file('fmt.Fprintf(w, "<p>%s</p>", name)'),
      'package p\n\nimport (\n\t"net/http"\n\t"text/template"\n)\n\nvar t = template.New("page")\n',
    ],
    passes: [
      file('return template.HTML("<br>")'),
      file('fmt.Fprintf(w, "<p>%s</p>", html.EscapeString(name))'),
      file('t := template.New("page")', 'html/template'),
    ],
  },
];
