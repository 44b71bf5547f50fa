import { namedFor, namesWith } from './common/naming.ts';
import type { RuleGroup, Sink } from './rule.ts';

const levels = ['debug', 'info', 'warning', 'warn', 'error', 'critical', 'exception', 'log', 'fatal', 'trace'];
const pythonLoggers = levels.flatMap((level) => [`logging.${level}`, `logging.Logger#${level}`, `*.logger.${level}`]);
const logNamed = '[Ll]og(ger)?s?$|LOG(GER)?$';

const receiverIsLog = (names: readonly string[], args: readonly string[]): Sink => ({
  call: names.map((name) => `*.${name}`),
  args,
  when: { at: 'this', is: { named: logNamed } },
});

/** A function that puts a line for a log together. */
const yieldsLogLine: Sink = {
  returned: true,
  within: {
    named: namesWith(
      'log line, log entry, log record, log message, audit line, audit entry, audit record, format log, journal line, journal entry',
    ),
  },
  when: { at: 'result', is: 'built' },
};

export const lines: RuleGroup = {
  name: 'lines',
  types: { python: [{ name: 'logging.getLogger()', is: 'logging.Logger' }] },
  sanitizers: {
    python: [
      { call: ['repr', 'json.dumps', 'urllib.parse.quote', 'ascii'], clears: ['log', 'header'] },
      { call: ['*.splitlines'], clears: ['log', 'header'] },
      {
        call: ['*.split'],
        clears: ['log', 'header'],
        when: {
          any: [
            { at: '0', is: 'absent' },
            { at: '0', is: { text: '^\\n$' } },
          ],
        },
      },
    ],
    javascript: [{ call: ['JSON.stringify', 'encodeURIComponent', 'encodeURI'], clears: ['log', 'header'] }],
    java: [{ call: ['URLEncoder.encode', 'Encode.forJava'], clears: ['log', 'header'] }],
    go: [{ call: ['strconv.Quote', 'url.QueryEscape', 'url.PathEscape', 'json.Marshal'], clears: ['log', 'header'] }],
  },
  rules: [
    {
      id: 'log-line-from-input',
      cwe: 'CWE-117',
      also: ['CWE-93'],
      severity: 'low',
      kind: 'log',
      message: 'Input with line breaks writes lines of its own into the log.',
      sinks: {
        python: [
          { call: pythonLoggers, args: ['*'] },
          receiverIsLog(levels, ['*']),
          { call: ['*.write'], args: ['0'], when: { any: [{ at: 'this', is: { named: '[Ll]og(_?[Ff]ile)?$' } }] } },
          yieldsLogLine,
        ],
        javascript: [
          { call: levels.map((level) => `console.${level}`), args: ['*'] },
          receiverIsLog(levels, ['*']),
          {
            call: ['fs.appendFile', 'fs.appendFileSync', 'fs.promises.appendFile'],
            args: ['1'],
            when: { at: '0', is: { any: [{ text: 'log' }, { named: logNamed }] } },
          },
          yieldsLogLine,
        ],
        java: [receiverIsLog(['info', 'warn', 'warning', 'error', 'debug', 'trace', 'severe', 'fine', 'log'], ['*'])],
        go: [
          { call: ['Print', 'Printf', 'Println', 'Fatal', 'Fatalf', 'Panicf'].map((name) => `log.${name}`), args: ['*'] },
          receiverIsLog(['Print', 'Printf', 'Println', 'Info', 'Infof', 'Warn', 'Error', 'Errorf'], ['*']),
        ],
        c: [{ call: ['syslog', 'vsyslog'], args: ['2+'] }],
      },
      examples: [
        {
          language: 'python',
          bad: 'import logging\n\nlogger = logging.getLogger(__name__)\n\ndef enter(name):\n    logger.warning("no such member: %s", name)\n',
          good: 'import logging\n\nlogger = logging.getLogger(__name__)\n\ndef enter(name):\n    logger.warning("no such member: %s", name.replace("\\r", "").replace("\\n", ""))\n',
        },
        {
          language: 'python',
          bad: 'import logging\n\ndef enter(name):\n    logging.info("entered: " + name)\n',
          good: 'import logging\n\ndef enter(name):\n    logging.info("entered: %r", repr(name))\n',
        },
        {
          language: 'javascript',
          bad: 'exports.enter = (req) => console.log(`no such member: ${req.body.name}`);\n',
          good: 'exports.enter = (req) => console.log(`no such member: ${JSON.stringify(req.body.name)}`);\n',
        },
        {
          language: 'java',
          bad: 'import java.util.logging.Logger;\nclass Enter {\n  static final Logger logger = Logger.getLogger("enter");\n  void with(String name) { logger.info("no such member: " + name); }\n}\n',
          good: 'import java.util.logging.Logger;\nclass Enter {\n  static final Logger logger = Logger.getLogger("enter");\n  void with(String name) { logger.info("no such member: " + name.replaceAll("[\\r\\n]", "_")); }\n}\n',
        },
        {
          language: 'go',
          bad: 'package enter\n\nimport "log"\n\nfunc With(name string) { log.Printf("no such member: %s", name) }\n',
          good: 'package enter\n\nimport (\n\t"log"\n\t"strconv"\n)\n\nfunc With(name string) { log.Printf("no such member: %s", strconv.Quote(name)) }\n',
        },
        {
          language: 'c',
          bad: '#include <syslog.h>\nvoid enter(const char *name) { syslog(LOG_INFO, "no such member: %s", name); }\n',
          good: '#include <string.h>\n#include <syslog.h>\nvoid enter(const char *name) { syslog(LOG_INFO, "no such member, a name of %zu letters", strlen(name)); }\n',
        },
      ],
    },
    {
      id: 'header-from-input',
      cwe: 'CWE-113',
      also: ['CWE-93'],
      severity: 'medium',
      kind: 'header',
      message: 'Input with line breaks adds headers, or a second answer.',
      sinks: {
        python: [
          { call: ['*.send_header', '*.add_header', '*.putheader', '*.set_header'], args: ['1'] },
          {
            built: true,
            hint: '(^|\\n)[A-Z][A-Za-z-]+: ',
            when: { at: 'result', is: { text: '(^|\\r?\\n)[A-Z][A-Za-z-]+: [^\\r\\n]*◆[^]*\\r?\\n' } },
          },
        ],
        javascript: [
          // Node refuses line breaks in setHeader and writeHead by itself.
          {
            built: true,
            hint: '(^|\\n)[A-Z][A-Za-z-]+: ',
            when: { at: 'result', is: { text: '(^|\\r?\\n)[A-Z][A-Za-z-]+: [^\\r\\n]*◆[^]*\\r?\\n' } },
          },
        ],
        java: [
          { call: ['*.setHeader', '*.addHeader'], args: ['1'] },
          {
            built: true,
            hint: '(^|\\n)[A-Z][A-Za-z-]+: ',
            when: { at: 'result', is: { text: '(^|\\r?\\n)[A-Z][A-Za-z-]+: [^\\r\\n]*◆[^]*\\r?\\n' } },
          },
        ],
        go: [
          {
            built: true,
            hint: '(^|\\n)[A-Z][A-Za-z-]+: ',
            when: { at: 'result', is: { text: '(^|\\r?\\n)[A-Z][A-Za-z-]+: [^\\r\\n]*◆[^]*\\r?\\n' } },
          },
          { call: ['fmt.Sprintf'], args: ['1+'], when: { at: '0', is: { text: '[A-Z][A-Za-z-]+: [^\\r\\n]*%[sv][^]*\\r\\n' } } },
          { call: ['fmt.Fprintf'], args: ['2+'], when: { at: '1', is: { text: '[A-Z][A-Za-z-]+: [^\\r\\n]*%[sv][^]*\\r\\n' } } },
        ],
        c: [
          { call: ['snprintf'], args: ['3+'], when: { at: '2', is: { text: '[A-Z][A-Za-z-]+: [^\\r\\n]*%s[^]*\\r\\n' } } },
          {
            call: ['sprintf', 'fprintf', 'dprintf'],
            args: ['2+'],
            when: { at: '1', is: { text: '[A-Z][A-Za-z-]+: [^\\r\\n]*%s[^]*\\r\\n' } },
          },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'def answer(handler, name):\n    handler.send_header("X-Member", name)\n',
          good: 'def answer(handler, name):\n    if "\\r" in name or "\\n" in name:\n        raise ValueError("line break")\n    handler.send_header("X-Member", name)\n',
        },
        {
          language: 'python',
          bad: 'def message(to, text):\n    return "To: " + to + "\\r\\nSubject: News\\r\\n\\r\\n" + text\n',
          good: 'import re\n\ndef message(to, text):\n    if not re.fullmatch(r"[\\w.+-]+@[\\w.-]+", to):\n        raise ValueError(to)\n    return "To: " + to + "\\r\\nSubject: News\\r\\n\\r\\n" + text\n',
        },
        {
          language: 'java',
          bad: 'import javax.servlet.http.*;\nclass Answer {\n  void with(HttpServletResponse out, String name) { out.setHeader("X-Member", name); }\n}\n',
          good: 'import javax.servlet.http.*;\nclass Answer {\n  void with(HttpServletResponse out, String name) { out.setHeader("X-Member", name.replaceAll("[\\r\\n]", "")); }\n}\n',
        },
        {
          language: 'go',
          bad: 'package answer\n\nimport "fmt"\n\nfunc With(name string) string { return fmt.Sprintf("HTTP/1.1 200 OK\\r\\nX-Member: %s\\r\\n\\r\\n", name) }\n',
          good: 'package answer\n\nimport (\n\t"fmt"\n\t"net/url"\n)\n\nfunc With(name string) string {\n\treturn fmt.Sprintf("HTTP/1.1 200 OK\\r\\nX-Member: %s\\r\\n\\r\\n", url.QueryEscape(name))\n}\n',
        },
        {
          language: 'javascript',
          bad: 'exports.message = (to, text) => `To: ${to}\\r\\nSubject: News\\r\\n\\r\\n${text}`;\n',
          good: "exports.message = (to, text) => `To: ${to.replace(/[\\r\\n]/g, '')}\\r\\nSubject: News\\r\\n\\r\\n${text}`;\n",
        },
        {
          language: 'c',
          bad: '#include <stdio.h>\nvoid answer(char *out, int n, const char *name) { snprintf(out, n, "X-Member: %s\\r\\n", name); }\n',
          good: '#include <stdio.h>\n#include <string.h>\nint answer(char *out, int n, const char *name) {\n  if (strpbrk(name, "\\r\\n") != NULL) return -1;\n  return snprintf(out, n, "X-Member: %s\\r\\n", name);\n}\n',
        },
      ],
    },
    {
      id: 'error-shown-to-anybody',
      cwe: 'CWE-209',
      also: ['CWE-200', 'CWE-497'],
      severity: 'low',
      kind: 'error',
      message: 'What went wrong inside is told to whoever asked: paths, statements, versions.',
      sources: {
        python: [
          { from: 'caught', kinds: ['error'], note: 'an exception' },
          {
            from: 'call',
            of: ['traceback.format_exc', 'traceback.format_exception', 'sys.exc_info'],
            kinds: ['error'],
            note: 'a stack trace',
          },
        ],
        javascript: [
          { from: 'caught', kinds: ['error'], note: 'an exception' },
          { from: 'parameter', named: '^(e|ex|err|error|exception|reason)$', kinds: ['error'], note: 'an exception' },
        ],
        java: [{ from: 'caught', kinds: ['error'], note: 'an exception' }],
        go: [],
      },
      sinks: {
        python: [
          { returned: true, within: { route: true } },
          {
            call: [
              'flask.jsonify',
              'flask.make_response',
              'flask.Response',
              'django.http.HttpResponse',
              'django.http.JsonResponse',
              'fastapi.responses.JSONResponse',
              'flask.abort',
            ],
            args: ['*'],
          },
          { call: ['fastapi.HTTPException'], args: ['1:detail'] },
        ],
        javascript: [
          {
            call: ['*.send', '*.json', '*.end', '*.write', '*.render'],
            args: ['*'],
            when: {
              any: [{ at: 'this', is: { named: '^(res|response|reply|ctx)(\\.|$)' } }],
            },
          },
        ],
        java: [
          { call: ['*.getWriter().println', '*.getWriter().print', '*.getWriter().write', '*.sendError'], args: ['*'] },
          { call: ['*.printStackTrace'], args: ['this'], when: { at: '0', is: 'present' } },
          { returned: true, within: { route: true } },
        ],
        go: [{ call: ['http.Error', 'net/http.Error'], args: ['1'], when: { at: '1', is: { named: 'Error(\\(\\))?$' } }, kind: null }],
      },
      examples: [
        {
          language: 'python',
          bad: 'from flask import Flask, jsonify\n\napp = Flask(__name__)\n\n@app.route("/total")\ndef total():\n    try:\n        return jsonify(sum=add())\n    except Exception as error:\n        return jsonify(error=str(error)), 500\n',
          good: 'from flask import Flask, jsonify\n\napp = Flask(__name__)\n\n@app.route("/total")\ndef total():\n    try:\n        return jsonify(sum=add())\n    except Exception:\n        app.logger.exception("total")\n        return jsonify(error="something went wrong"), 500\n',
        },
        {
          language: 'javascript',
          bad: 'exports.total = (req, res) => {\n  try {\n    res.json({ sum: add(req) });\n  } catch (error) {\n    res.status(500).send(error.stack);\n  }\n};\n',
          good: "exports.total = (req, res) => {\n  try {\n    res.json({ sum: add(req) });\n  } catch (error) {\n    console.error(error);\n    res.status(500).send('something went wrong');\n  }\n};\n",
        },
        {
          language: 'go',
          bad: 'package total\n\nimport "net/http"\n\nfunc Total(w http.ResponseWriter, r *http.Request) {\n\tif err := add(r); err != nil {\n\t\thttp.Error(w, err.Error(), 500)\n\t}\n}\n',
          good: 'package total\n\nimport (\n\t"log"\n\t"net/http"\n)\n\nfunc Total(w http.ResponseWriter, r *http.Request) {\n\tif err := add(r); err != nil {\n\t\tlog.Print(err)\n\t\thttp.Error(w, "something went wrong", 500)\n\t}\n}\n',
        },
        {
          language: 'java',
          bad: 'import javax.servlet.http.*;\nclass Total {\n  void total(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    try {\n      add(request);\n    } catch (RuntimeException error) {\n      response.getWriter().println(error.toString());\n    }\n  }\n}\n',
          good: 'import javax.servlet.http.*;\nclass Total {\n  void total(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    try {\n      add(request);\n    } catch (RuntimeException error) {\n      response.getWriter().println("something went wrong");\n    }\n  }\n}\n',
        },
      ],
    },
    {
      id: 'secret-in-log',
      cwe: 'CWE-532',
      also: ['CWE-312', 'CWE-200'],
      severity: 'medium',
      kind: 'secret',
      message: 'A password, key or token is written to a log, where more people read than should.',
      sources: {
        all: [
          {
            from: 'named',
            names: namedFor(
              'password, passwd, pwd, passphrase, secret, secret key, api key, private key, access token, auth token, session token, credit card, card number, cvv, ssn',
            ),
            kinds: ['secret'],
            note: 'a secret',
          },
        ],
      },
      sinks: {
        python: [{ call: pythonLoggers, args: ['*'] }, receiverIsLog(levels, ['*']), { call: ['print'], args: ['*'] }],
        javascript: [{ call: levels.map((level) => `console.${level}`), args: ['*'] }, receiverIsLog(levels, ['*'])],
        java: [
          receiverIsLog(['info', 'warn', 'warning', 'error', 'debug', 'trace', 'severe', 'fine', 'log'], ['*']),
          { call: ['System.out.println', 'System.out.printf', 'System.err.println'], args: ['*'] },
        ],
        go: [
          { call: ['Print', 'Printf', 'Println', 'Fatalf'].map((name) => `log.${name}`), args: ['*'] },
          { call: ['fmt.Println', 'fmt.Printf'], args: ['*'] },
        ],
        c: [
          { call: ['syslog', 'printf'], args: ['1+'] },
          { call: ['fprintf'], args: ['2+'] },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'import logging\n\ndef enter(name, password):\n    logging.info("login of %s with %s", name.replace("\\n", ""), password)\n',
          good: 'import logging\n\ndef enter(name, password):\n    logging.info("login of %r", repr(name))\n',
        },
        {
          language: 'javascript',
          bad: "exports.enter = (name, password) => {\n  console.log('login with', password);\n};\n",
          good: "exports.enter = (name, password) => {\n  console.log('login', JSON.stringify(name));\n};\n",
        },
        {
          language: 'go',
          bad: 'package enter\n\nimport "log"\n\nfunc With(name, password string) { log.Printf("login with %s", password) }\n',
          good: 'package enter\n\nimport "log"\n\nfunc With(name, password string) { log.Printf("login of %q", len(name)) }\n',
        },
        {
          language: 'java',
          bad: 'class Enter {\n  void with(String name, String password) {\n    System.out.println("login with " + password);\n  }\n}\n',
          good: 'class Enter {\n  void with(String name, String password) {\n    System.out.println("login");\n  }\n}\n',
        },
        {
          language: 'c',
          bad: '#include <syslog.h>\nvoid enter(int member, const char *password) { syslog(LOG_INFO, "login of %d with %s", member, password); }\n',
          good: '#include <syslog.h>\nvoid enter(int member, const char *password) { syslog(LOG_INFO, "login of %d", member); }\n',
        },
      ],
    },
  ],
};
