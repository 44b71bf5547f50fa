/** What takes markup out of a text, and what shows that a link does no harm. */
import type { Guard, Knowledge, Sanitizer } from './rule.ts';

/** Names of functions that look at links. */
const linkCheck: Sanitizer = {
  call: ['/^_?(sanitize|clean|safe|checked|valid|only_?http)_?(url|uri|href|link|address)$/i'],
  clears: ['scheme'],
};

/** A regular expression that begins with a scheme that does no harm. */
const plainScheme = (call: readonly string[], on: string, by: string, start = '\\^'): Guard => ({
  guard: 'call',
  call,
  on,
  holds: 'true',
  clears: ['scheme'],
  when: { at: by, is: { text: `^${start}(?:\\((?:\\?:)?)*(?:https?|mailto|\\\\?/|#)` } },
});

export const escapes: Knowledge = {
  guards: {
    python: [
      plainScheme(['re.match', 're.fullmatch'], '1:string', '0', '\\^?'),
      plainScheme(['*.match', '*.fullmatch'], '0', 'this', '\\^?'),
      plainScheme(['re.search'], '1:string', '0'),
      plainScheme(['*.search'], '0', 'this'),
    ],
    javascript: [plainScheme(['*.test', '*.exec'], '0', 'this'), plainScheme(['*.match'], 'this', '0')],
    java: [plainScheme(['*.matches'], 'this', '0', '\\^?')],
    go: [plainScheme(['*.MatchString'], '0', 'this')],
  },
  sanitizers: {
    all: [linkCheck],
    python: [
      {
        call: [
          'markupsafe.escape',
          'flask.escape',
          'cgi.escape',
          'django.utils.html.escape',
          'xml.sax.saxutils.quoteattr',
          'werkzeug.utils.escape',
          'tornado.escape.xhtml_escape',
          'jinja2.escape',
        ],
        clears: ['html', 'attribute', 'xml'],
      },
      { call: ['xml.sax.saxutils.escape'], clears: ['html', 'xml'] },
      { call: ['html.escape'], clears: ['html', 'xml'] },
      // What they are handed is looked at there.
      {
        call: [
          'flask.make_response',
          'flask.Response',
          'django.http.HttpResponse',
          'flask.send_file',
          'flask.send_from_directory',
          'flask.redirect',
        ],
        clears: ['html', 'attribute', 'scheme'],
      },
      { call: ['html.escape'], when: { not: { at: '1:quote', is: { equals: false } } }, clears: ['attribute'] },
      { call: ['bleach.clean', 'nh3.clean', 'lxml.html.clean.clean_html'], clears: ['html', 'attribute', 'scheme'] },
      {
        call: [
          'json.dumps',
          'flask.jsonify',
          'django.http.JsonResponse',
          'urllib.parse.quote',
          'urllib.parse.quote_plus',
          'urllib.parse.urlencode',
        ],
        clears: ['html', 'attribute'],
      },
      {
        call: ['flask.render_template', 'django.shortcuts.render', 'markupsafe.Markup().format', '*.render'],
        clears: ['html', 'attribute', 'scheme'],
      },
      { call: ['/^_?(html_?)?(escape|sanitize|clean)_?(html|text|markup|attr(ibute)?)?$/i'], clears: ['html', 'attribute', 'xml'] },
    ],
    javascript: [
      {
        call: [
          'escape-html',
          'escape-html.default',
          'he.encode',
          'he.escape',
          '_.escape',
          'lodash.escape',
          'lodash/escape',
          'validator.escape',
          'Handlebars.escapeExpression',
          'ejs.escapeXML',
          'entities.encodeHTML',
        ],
        clears: ['html', 'attribute', 'xml'],
      },
      {
        call: [
          'DOMPurify.sanitize',
          'dompurify.sanitize',
          'isomorphic-dompurify.sanitize',
          'sanitize-html',
          'sanitize-html.default',
          'xss',
          'xss.default',
          'xss.filterXSS',
        ],
        clears: ['html', 'attribute', 'scheme'],
      },
      { call: ['encodeURIComponent', 'encodeURI'], clears: ['html', 'attribute'] },
      {
        call: ['/^_?(html_?)?(escape|esc|sanitize|clean|encode)_?(html|text|markup|attr(ibute)?|entities)?$/i'],
        clears: ['html', 'attribute', 'xml'],
      },
    ],
    java: [
      {
        call: [
          'StringEscapeUtils.escapeHtml4',
          'StringEscapeUtils.escapeHtml',
          'HtmlUtils.htmlEscape',
          'Encode.forHtml',
          'Encode.forHtmlContent',
          'Encode.forHtmlAttribute',
          'ESAPI.encoder().encodeForHTML',
          'Escaper#escape',
          'HtmlEscapers.htmlEscaper().escape',
        ],
        clears: ['html', 'attribute', 'xml'],
      },
      { call: ['Jsoup.clean', 'URLEncoder.encode', 'PolicyFactory#sanitize'], clears: ['html', 'attribute'] },
      {
        call: ['/^_?(html)?(escape|sanitize|clean|encode)(For)?(html|text|markup|attr(ibute)?)?$/i'],
        clears: ['html', 'attribute', 'xml'],
      },
    ],
    go: [
      {
        call: [
          'html.EscapeString',
          'template.HTMLEscapeString',
          'html/template.HTMLEscapeString',
          'template.HTMLEscaper',
          'bluemonday.Policy#Sanitize',
        ],
        clears: ['html', 'attribute', 'xml'],
      },
      { call: ['url.QueryEscape', 'url.PathEscape', 'json.Marshal'], clears: ['html', 'attribute'] },
      { call: ['/^(html)?(escape|sanitize|clean)(html|text|markup|attr(ibute)?)?$/i'], clears: ['html', 'attribute', 'xml'] },
    ],
    c: [{ call: ['/^_?(html_?)?(escape|sanitize|encode)_?(html|text|markup)?$/i'], clears: ['html', 'attribute', 'xml'] }],
  },
};
