import { escapes } from './markup-escapes.ts';
import type { RuleGroup, Sink } from './rule.ts';

/** Markup around a place where input still stands. */
const inMarkup = '<[a-zA-Z/!][^]*◆|◆[^]*<[/a-zA-Z]';

/** Input inside a quoted attribute, where an escape that leaves quotes alone does not help. */
const inAttribute = '<[^<>]*=\\s*["\']?[^"\'<>]*◆';

const renders =
  '(html|render|page|view|template|markup|snippet|widget|badge|card|banner|tag|link|anchor|row|list|table|comment|greet|profile|body|response)';

/** Input that a link leads to. */
const asLink = '<[^<>]*\\b(?:href|src|action|formaction|data)=["\']?◆';

/** Types that a browser does not take for a page. */
const plainType = '^(?!text/html|application/xhtml|image/svg|text/xml)[a-z]+/';

const builtMarkup: readonly Sink[] = [
  { built: true, hint: '<', kind: 'scheme', when: { at: 'result', is: { text: asLink } } },
  { built: true, hint: '<', when: { at: 'result', is: { text: inMarkup } } },
  { built: true, hint: '<', kind: 'attribute', when: { at: 'result', is: { text: inAttribute } } },
];

/** A page that answers with what came in, without any markup of its own. */
const returnedPage: readonly Sink[] = [
  {
    returned: true,
    within: { route: true },
    when: {
      all: [
        { at: 'result', is: { text: '◆' } },
        {
          at: 'result',
          is: {
            any: [
              'built',
              'string',
              { named: '^(request|req)\\.|(^|_)(name|text|message|value|content|html|body|query|q|comment|title)$' },
            ],
          },
        },
      ],
    },
  },
];

export const markup: RuleGroup = {
  name: 'markup',
  ...escapes,
  rules: [
    {
      id: 'markup-from-input',
      cwe: 'CWE-79',
      also: ['CWE-80', 'CWE-116'],
      severity: 'medium',
      kind: 'html',
      message: 'Input stands in a page as markup: escape it for the place where it stands.',
      sinks: {
        python: [
          ...builtMarkup,
          ...returnedPage,
          { call: ['markupsafe.Markup', 'flask.Markup', 'django.utils.safestring.mark_safe', 'jinja2.Markup'], args: ['0'] },
          {
            call: [
              'flask.make_response',
              'flask.Response',
              'django.http.HttpResponse',
              'fastapi.responses.HTMLResponse',
              'starlette.responses.HTMLResponse',
              'werkzeug.wrappers.Response',
              'aiohttp.web.Response',
            ],
            args: ['0', ':text', ':content'],
            when: { not: { any: [':mimetype', ':content_type', ':media_type', '3'].map((at) => ({ at, is: { text: plainType } })) } },
          },
          {
            call: ['jinja2.Environment'],
            args: [],
            kind: null,
            when: {
              any: [
                { at: ':autoescape', is: 'absent' },
                { at: ':autoescape', is: { equals: false } },
              ],
            },
          },
        ],
        javascript: [
          ...builtMarkup,
          {
            call: ['*.send', '*.end', '*.write'],
            args: ['0'],
            when: { any: [{ at: 'this', is: { named: '^(res|response)(\\.(status|set|header|code)\\(\\))*$' } }] },
          },
          { assigned: ['*.innerHTML', '*.outerHTML', '*.dangerouslySetInnerHTML', '*.__html', '*.srcdoc'], entries: true },
          {
            call: [
              'document.write',
              'document.writeln',
              '*.insertAdjacentHTML',
              '$().html',
              '*.html',
              '$().append',
              '*.createContextualFragment',
            ],
            args: ['*'],
          },
        ],
        java: [
          ...builtMarkup,
          {
            call: [
              '*.getWriter().println',
              '*.getWriter().print',
              '*.getWriter().write',
              '*.getWriter().append',
              '*.getWriter().printf',
              'PrintWriter#println',
              'PrintWriter#print',
              'PrintWriter#write',
              'PrintWriter#format',
              'PrintWriter#printf',
            ],
            args: ['*'],
          },
          ...returnedPage,
        ],
        go: [
          ...builtMarkup,
          {
            call: ['fmt.Fprintf', 'fmt.Fprint', 'fmt.Fprintln', 'io.WriteString'],
            args: ['1+'],
            when: {
              any: [
                { at: '0', is: { typed: 'ResponseWriter' } },
                { at: '0', is: { named: '^(w|rw|writer|resp)$' } },
              ],
            },
          },
          { call: ['http.ResponseWriter#Write', 'net/http.ResponseWriter#Write'], args: ['0'] },
          { call: ['template.HTML', 'template.HTMLAttr', 'template.JS', 'html/template.HTML', 'html/template.JS'], args: ['0'] },
        ],
        c: [
          {
            call: ['printf', 'fprintf'],
            args: ['1+'],
            when: {
              any: [
                { at: '0', is: { text: '<[a-zA-Z/][^]*%s|%s[^]*</' } },
                { at: '1', is: { text: '<[a-zA-Z/][^]*%s|%s[^]*</' } },
              ],
            },
          },
          { call: ['sprintf'], args: ['2+'], when: { at: '1', is: { text: '<[a-zA-Z/][^]*%s|%s[^]*</' } } },
          { call: ['snprintf'], args: ['3+'], when: { at: '2', is: { text: '<[a-zA-Z/][^]*%s|%s[^]*</' } } },
          { returned: true, within: { named: renders }, when: { at: 'result', is: { text: inMarkup } } },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'def card(name, note):\n    return "<h2>" + name + "</h2><p>" + note + "</p>"\n',
          good: 'import html\n\ndef card(name, note):\n    return "<h2>" + html.escape(name) + "</h2><p>" + html.escape(note) + "</p>"\n',
        },
        {
          language: 'python',
          bad: 'from flask import Flask, request\n\napp = Flask(__name__)\n\n@app.route("/hello")\ndef hello():\n    return f"<p>Hello {request.args.get(\'name\')}</p>"\n',
          good: 'from flask import Flask, request\nfrom markupsafe import escape\n\napp = Flask(__name__)\n\n@app.route("/hello")\ndef hello():\n    return f"<p>Hello {escape(request.args.get(\'name\'))}</p>"\n',
        },
        {
          language: 'python',
          bad: 'import html\n\ndef link(address):\n    return f"<a title=\'{html.escape(address, quote=False)}\'>here</a>"\n',
          good: 'import html\n\ndef link(address):\n    return f"<a title=\'{html.escape(address)}\'>here</a>"\n',
        },
        {
          language: 'javascript',
          bad: "exports.hello = (req, res) => res.send('<p>Hello ' + req.query.name + '</p>');\n",
          good: "const escapeHtml = require('escape-html');\nexports.hello = (req, res) => res.send('<p>Hello ' + escapeHtml(req.query.name) + '</p>');\n",
        },
        {
          language: 'javascript',
          bad: 'function row(items) {\n  return items.map((item) => `<li>${item}</li>`).join("");\n}\nmodule.exports = { row };\n',
          good: 'const esc = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/\'/g, "&#39;");\nfunction row(items) {\n  return items.map((item) => `<li>${esc(item)}</li>`).join("");\n}\nmodule.exports = { row };\n',
          note: 'an escape written by hand that replaces < and quotes',
        },
        {
          language: 'java',
          bad: 'class Card {\n  static String of(String name) { return "<h2>" + name + "</h2>"; }\n}\n',
          good: 'import org.apache.commons.text.StringEscapeUtils;\nclass Card {\n  static String of(String name) { return "<h2>" + StringEscapeUtils.escapeHtml4(name) + "</h2>"; }\n}\n',
        },
        {
          language: 'go',
          bad: 'package card\n\nimport (\n\t"fmt"\n\t"net/http"\n)\n\nfunc Hello(w http.ResponseWriter, r *http.Request) {\n\tfmt.Fprintf(w, "<p>Hello %s</p>", r.URL.Query().Get("name"))\n}\n',
          good: 'package card\n\nimport (\n\t"fmt"\n\t"html"\n\t"net/http"\n)\n\nfunc Hello(w http.ResponseWriter, r *http.Request) {\n\tfmt.Fprintf(w, "<p>Hello %s</p>", html.EscapeString(r.URL.Query().Get("name")))\n}\n',
        },
        {
          language: 'c',
          bad: '#include <stdio.h>\nvoid card(const char *name, char *out, int n) { snprintf(out, n, "<h2>%s</h2>", name); }\n',
          good: '#include <stdio.h>\nconst char *escape_html(const char *text);\nvoid card(const char *name, char *out, int n) { snprintf(out, n, "<h2>%s</h2>", escape_html(name)); }\n',
        },
        {
          language: 'python',
          bad: 'from html import escape\n\ndef card(name, homepage):\n    return f\'<a href="{escape(homepage)}">{escape(name)}</a>\'\n',
          good: 'from html import escape\n\ndef card(name, homepage):\n    if not homepage.startswith(("http://", "https://")):\n        return escape(name)\n    return f\'<a href="{escape(homepage)}">{escape(name)}</a>\'\n',
          note: 'an address may be a program',
        },
        {
          language: 'javascript',
          bad: 'const escapeHtml = require(\'escape-html\');\nexports.card = (name, homepage) => `<a href="${escapeHtml(homepage)}">${escapeHtml(name)}</a>`;\n',
          good: 'const escapeHtml = require(\'escape-html\');\nexports.card = (name, homepage) =>\n  /^https?:\\/\\//i.test(homepage) ? `<a href="${escapeHtml(homepage)}">${escapeHtml(name)}</a>` : escapeHtml(name);\n',
          note: 'an address may be a program',
        },
      ],
    },
  ],
};
