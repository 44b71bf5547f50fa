import type { Condition, RuleGroup } from './rule.ts';

const beginsWithInput = (at: string): Condition => ({ at, is: { text: '^◆' } });

/** Everything that a module, a function or an object holds, by name. */
const namespaces = ['globals()', 'locals()', 'vars()', 'sys.modules', 'builtins.__dict__'];

const notConstant = (at: string): Condition => ({ at, is: 'not-constant' });

export const program: RuleGroup = {
  name: 'program',
  rules: [
    {
      id: 'code-from-input',
      cwe: 'CWE-94',
      also: ['CWE-95', 'CWE-96'],
      severity: 'high',
      kind: 'code',
      message: 'Input is run as a program.',
      sinks: {
        python: [
          {
            call: [
              'eval',
              'exec',
              'builtins.eval',
              'builtins.exec',
              'compile',
              'code.InteractiveInterpreter#runsource',
              'pandas.eval',
              '*.run_code',
            ],
            args: ['0'],
          },
          { call: ['asteval.Interpreter', 'sympy.sympify', 'sympy.parsing.sympy_parser.parse_expr', 'numexpr.evaluate'], args: ['0'] },
        ],
        javascript: [
          {
            call: [
              'eval',
              'Function',
              'vm.runInNewContext',
              'vm.runInThisContext',
              'vm.runInContext',
              'vm.compileFunction',
              'vm.Script',
              '*.execScript',
            ],
            args: ['*'],
          },
          {
            call: ['setTimeout', 'setInterval', 'setImmediate'],
            args: ['0'],
            when: { at: '0', is: { any: ['built', 'string', { text: '^◆$' }] } },
          },
        ],
        java: [
          {
            call: [
              'ScriptEngine#eval',
              'GroovyShell#evaluate',
              'GroovyShell#parse',
              'SpelExpressionParser#parseExpression',
              '*.parseExpression',
              'Ognl.getValue',
              'MVEL.eval',
              'Eval.me',
            ],
            args: ['0'],
          },
          { call: ['*.eval'], args: ['0'], when: notConstant('0') },
        ],
        go: [
          {
            call: ['*.RunString', '*.Eval', '*.DoString', 'goja.Compile', 'expr.Eval', 'expr.Compile', 'govaluate.NewEvaluableExpression'],
            args: ['0', '1'],
          },
        ],
        c: [
          { call: ['luaL_dostring', 'luaL_loadstring', 'PyRun_SimpleString', 'PyRun_String', 'duk_eval_string', 'JS_Eval'], args: ['*'] },
        ],
      },
      sanitizers: {
        python: [{ call: ['ast.literal_eval', 'json.loads'], clears: ['code'] }],
        javascript: [{ call: ['JSON.parse'], clears: ['code'] }],
      },
      examples: [
        {
          language: 'python',
          bad: 'def total(expression):\n    return eval(expression)\n',
          good: 'import ast\n\ndef total(expression):\n    return ast.literal_eval(expression)\n',
        },
        {
          language: 'python',
          bad: 'def total(expression):\n    return eval(expression, {"__builtins__": {}})\n',
          good: 'import re\n\ndef total(expression):\n    if not re.fullmatch(r"[0-9+*/ -]+", expression):\n        raise ValueError("not a sum")\n    return eval(expression, {"__builtins__": {}})\n',
          note: 'digits and operators make no name and no call',
        },
        {
          language: 'python',
          bad: 'RULES = {"double": "x * 2"}\n\ndef apply(rule, x):\n    return eval(RULES.get(rule, rule), {"x": x})\n',
          good: 'RULES = {"double": lambda x: x * 2}\n\ndef apply(rule, x):\n    return RULES[rule](x)\n',
        },
        {
          language: 'javascript',
          bad: "exports.total = (expression) => new Function('return ' + expression)();\n",
          good: 'exports.total = (expression) => JSON.parse(expression);\n',
        },
        {
          language: 'javascript',
          bad: "const vm = require('node:vm');\nexports.total = (expression) => vm.runInNewContext(expression, {});\n",
          good: "const rules = { double: (x) => x * 2 };\nexports.total = (name, x) => {\n  if (!Object.hasOwn(rules, name)) throw new Error('no such rule');\n  return rules[name](x);\n};\n",
        },
        {
          language: 'java',
          bad: 'import javax.script.*;\nclass Total {\n  Object of(String expression) throws Exception {\n    ScriptEngine engine = new ScriptEngineManager().getEngineByName("js");\n    return engine.eval(expression);\n  }\n}\n',
          good: 'class Total {\n  Object of(String expression) {\n    return Integer.parseInt(expression) * 2;\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package total\n\nimport "github.com/dop251/goja"\n\nfunc Of(expression string) (goja.Value, error) {\n\treturn goja.New().RunString(expression)\n}\n',
          good: 'package total\n\nimport "strconv"\n\nfunc Of(expression string) (int, error) {\n\treturn strconv.Atoi(expression)\n}\n',
        },
        {
          language: 'c',
          bad: '#include <lauxlib.h>\nint total(lua_State *state, const char *expression) { return luaL_dostring(state, expression); }\n',
          good: '#include <lauxlib.h>\nint total(lua_State *state, const char *expression) {\n  lua_pushstring(state, expression);\n  lua_setglobal(state, "wanted");\n  return luaL_dostring(state, "return prices[wanted]");\n}\n',
        },
      ],
    },
    {
      id: 'template-from-input',
      cwe: 'CWE-1336',
      also: ['CWE-94', 'CWE-79'],
      severity: 'high',
      kind: 'template',
      message: 'Input becomes the source of a template, which may compute what it likes: hand it over as a value.',
      sinks: {
        python: [
          {
            call: [
              'flask.render_template_string',
              'jinja2.Template',
              'jinja2.Environment#from_string',
              '*.from_string',
              'mako.template.Template',
              'django.template.Template',
              'tornado.template.Template',
            ],
            args: ['0'],
          },
          { call: ['*.format', '*.format_map'], args: ['this'] },
        ],
        javascript: [
          {
            call: [
              'ejs.render',
              'ejs.compile',
              'pug.render',
              'pug.compile',
              'Handlebars.compile',
              'handlebars.compile',
              'nunjucks.renderString',
              'nunjucks.compile',
              'mustache.render',
              'doT.template',
              '_.template',
              'lodash.template',
              'eta.renderString',
            ],
            args: ['0'],
          },
        ],
        java: [
          {
            call: [
              'Velocity.evaluate',
              'VelocityEngine#evaluate',
              '*.getTemplateFromString',
              'Template',
              'freemarker.template.Template',
              '*.process',
            ],
            args: ['*'],
            when: {
              any: [
                { at: '1', is: 'built' },
                { at: '3', is: { carries: 'template' } },
                { at: '0', is: 'built' },
              ],
            },
          },
        ],
        go: [
          {
            call: ['template.New().Parse', '*.Parse'],
            args: ['0'],
            when: {
              any: [
                { at: 'this', is: { path: ['template.New()', 'text/template.New()', 'html/template.New()'] } },
                { at: 'this', is: { named: '[Tt]mpl|[Tt]emplate' } },
              ],
            },
          },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'from flask import render_template_string, request\n\ndef greet():\n    return render_template_string("<p>Hello " + request.args["name"] + "</p>")\n',
          good: 'from flask import render_template_string, request\n\ndef greet():\n    return render_template_string("<p>Hello {{ name }}</p>", name=request.args["name"])\n',
        },
        {
          language: 'python',
          bad: 'from jinja2 import Template\n\ndef greet(wording, name):\n    return Template(wording).render(name=name)\n',
          good: 'from jinja2 import Template\n\nWORDING = Template("Hello {{ name }}")\n\ndef greet(name):\n    return WORDING.render(name=name)\n',
        },
        {
          language: 'javascript',
          bad: "const ejs = require('ejs');\nexports.greet = (request, response) => response.send(ejs.render(`<p>Hello ${request.query.name}</p>`));\n",
          good: "const ejs = require('ejs');\nexports.greet = (request, response) => response.send(ejs.render('<p>Hello <%= name %></p>', { name: request.query.name }));\n",
        },
        {
          language: 'java',
          bad: 'import java.io.StringWriter;\nimport org.apache.velocity.VelocityContext;\nimport org.apache.velocity.app.Velocity;\nclass Greeting {\n  String to(String text) {\n    StringWriter out = new StringWriter();\n    Velocity.evaluate(new VelocityContext(), out, "greeting", text);\n    return out.toString();\n  }\n}\n',
          good: 'import java.io.StringWriter;\nimport org.apache.velocity.VelocityContext;\nimport org.apache.velocity.app.Velocity;\nclass Greeting {\n  String to(String text) {\n    StringWriter out = new StringWriter();\n    VelocityContext context = new VelocityContext();\n    context.put("text", text);\n    Velocity.evaluate(context, out, "greeting", "Hello $text");\n    return out.toString();\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package greeting\n\nimport "text/template"\n\nfunc To(text string) (*template.Template, error) { return template.New("greeting").Parse("Hello " + text) }\n',
          good: 'package greeting\n\nimport "text/template"\n\nfunc To() (*template.Template, error) { return template.New("greeting").Parse("Hello {{.}}") }\n',
        },
      ],
    },
    {
      id: 'name-from-input',
      cwe: 'CWE-470',
      also: ['CWE-913', 'CWE-94'],
      severity: 'medium',
      kind: 'reflect',
      message: 'Input chooses the class, function or module that is used: look it up in a table of those that are meant.',
      sinks: {
        python: [
          { call: ['importlib.import_module', '__import__'], args: ['0'] },
          // Behind a prefix only what was named for it can be reached.
          { call: ['getattr'], args: ['1'], when: beginsWithInput('1') },
          { call: ['operator.attrgetter', 'operator.methodcaller'], args: ['0'], when: beginsWithInput('0') },
          { call: ['*.get'], args: ['0'], when: { at: 'this', is: { path: namespaces } } },
          { indexed: 'index', hint: '^(globals|locals|vars|__dict__|modules|__builtins__)$', when: { at: '1', is: { path: namespaces } } },
        ],
        javascript: [{ call: ['require', 'import'], args: ['0'], when: notConstant('0') }],
        java: [{ call: ['Class.forName', 'ClassLoader#loadClass', '*.loadClass', '*.getMethod', '*.getDeclaredMethod'], args: ['0'] }],
        go: [{ call: ['*.MethodByName', 'plugin.Open'], args: ['0'] }],
        c: [{ call: ['dlopen', 'dlsym'], args: ['0', '1'] }],
      },
      examples: [
        {
          language: 'python',
          bad: 'import importlib\n\ndef load(name):\n    return importlib.import_module(name).run()\n',
          good: 'import importlib\n\nKNOWN = ("csvtool", "texttool")\n\ndef load(name):\n    if name not in KNOWN:\n        raise ValueError(name)\n    return importlib.import_module(name).run()\n',
        },
        {
          language: 'java',
          bad: 'class Load {\n  Object of(String name) throws Exception { return Class.forName(name).getDeclaredConstructor().newInstance(); }\n}\n',
          good: 'import java.util.*;\nclass Load {\n  static final Set<String> KNOWN = Set.of("CsvTool", "TextTool");\n  Object of(String name) throws Exception {\n    if (!KNOWN.contains(name)) throw new IllegalArgumentException(name);\n    return Class.forName(name).getDeclaredConstructor().newInstance();\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package plug\n\nimport "plugin"\n\nfunc Load(name string) (*plugin.Plugin, error) { return plugin.Open(name) }\n',
          good: 'package plug\n\nimport (\n\t"errors"\n\t"plugin"\n)\n\nvar known = map[string]string{"csv": "/usr/lib/shop/csv.so", "xml": "/usr/lib/shop/xml.so"}\n\nfunc Load(name string) (*plugin.Plugin, error) {\n\tfile, ok := known[name]\n\tif !ok {\n\t\treturn nil, errors.New("no such format")\n\t}\n\treturn plugin.Open(file)\n}\n',
        },
        {
          language: 'javascript',
          bad: 'exports.load = (name) => require(`./tools/${name}`).run();\n',
          good: "const tools = { csv: require('./tools/csv'), text: require('./tools/text') };\nexports.load = (name) => {\n  if (!Object.hasOwn(tools, name)) throw new Error('no such tool');\n  return tools[name].run();\n};\n",
        },
        {
          language: 'python',
          bad: 'def run(name, figures):\n    return globals()[name](figures)\n',
          good: 'class Reports:\n    def report_total(self, figures):\n        return sum(figures)\n\ndef run(name, figures):\n    return getattr(Reports(), "report_" + name)(figures)\n',
          note: 'behind a prefix only what was named for it can be reached',
        },
        {
          language: 'c',
          bad: '#include <dlfcn.h>\nvoid *load(const char *name) { return dlopen(name, RTLD_NOW); }\n',
          good: '#include <dlfcn.h>\n#include <string.h>\nvoid *load(const char *name) {\n  if (strcmp(name, "csv") == 0) return dlopen("/usr/lib/press/csv.so", RTLD_NOW);\n  return NULL;\n}\n',
        },
      ],
    },
  ],
};
