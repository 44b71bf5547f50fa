import { namesWith } from './common/naming.ts';
import type { Condition, Guard, RuleGroup, Sink } from './rule.ts';

/** Input that chooses the host; behind a fixed host it does not. */
const choosesHost = (at: string): Condition => ({ at, is: { text: '^(◆|[a-z◇]+://([^/]*@)?[^/]*◆|//◆)', flags: 'i' } });

/** A function that decides where a browser goes next. */
const yieldsTarget: Sink = {
  returned: true,
  within: {
    named: namesWith(
      'next page, next url, redirect url, redirect target, redirect to, return url, return to, safe redirect, after login, login redirect',
    ),
  },
  when: choosesHost('result'),
};

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

/** A regular expression for pages of this site: one slash, and no second one or backslash after it. */
const ownPagePattern =
  '^\\^?(?:\\((?:\\?:)?https?:(?:\\\\?/){2}(?:[\\w-]|\\\\\\.)+(?::\\d+)?\\)\\?)?\\\\?/(?:\\(\\?![^)]*/|(?:\\((?:\\?:)?)?\\[(?:\\^[^\\]]*/|[\\w-]+\\])|\\w|\\$)';

const ownPage = (call: readonly string[], on: string, by: string): readonly Guard[] => [
  { guard: 'call', call, on, holds: 'true', clears: ['redirect', 'url'], when: { at: by, is: { text: ownPagePattern } } },
];

export const addresses: RuleGroup = {
  name: 'addresses',
  guards: {
    python: [
      ...ownPage(['re.fullmatch', 're.match'], '1:string', '0'),
      ...ownPage(['*.fullmatch', '*.match'], '0', 'this'),
      {
        guard: 'call',
        call: ['django.utils.http.url_has_allowed_host_and_scheme', 'django.utils.http.is_safe_url'],
        on: '0:url',
        holds: 'true',
        clears: ['redirect'],
      },
      { guard: 'membership', of: 'any', aspect: 'host', clears: ['url', 'redirect'] },
      { guard: 'equality', to: 'any', aspect: 'host', clears: ['url', 'redirect'] },
      { guard: 'prefix', text: '^https?://[^/]+/', clears: ['url', 'redirect'] },
    ],
    javascript: [
      ...ownPage(['*.test'], '0', 'this'),
      { guard: 'membership', of: 'any', aspect: 'host', clears: ['url', 'redirect'] },
      { guard: 'equality', to: 'any', aspect: 'host', clears: ['url', 'redirect'] },
      { guard: 'prefix', text: '^https?://[^/]+/', clears: ['url', 'redirect'] },
    ],
    java: [
      { guard: 'membership', of: 'any', aspect: 'host', clears: ['url', 'redirect'] },
      { guard: 'equality', to: 'any', aspect: 'host', clears: ['url', 'redirect'] },
      { guard: 'prefix', text: '^https?://[^/]+/', clears: ['url', 'redirect'] },
    ],
    go: [
      { guard: 'membership', of: 'any', aspect: 'host', clears: ['url', 'redirect'] },
      { guard: 'equality', to: 'any', aspect: 'host', clears: ['url', 'redirect'] },
      { guard: 'prefix', text: '^https?://[^/]+/', clears: ['url', 'redirect'] },
    ],
  },
  rules: [
    {
      id: 'open-redirect',
      cwe: 'CWE-601',
      severity: 'medium',
      kind: 'redirect',
      message: 'A browser is sent where the request says: to anybody’s page.',
      sinks: {
        python: [
          {
            call: [
              'flask.redirect',
              'werkzeug.utils.redirect',
              'django.shortcuts.redirect',
              'django.http.HttpResponseRedirect',
              'fastapi.responses.RedirectResponse',
              'starlette.responses.RedirectResponse',
              'aiohttp.web.HTTPFound',
              '*.redirect',
            ],
            args: ['0', ':location', ':url'],
            when: { any: [choosesHost('0'), choosesHost(':url'), choosesHost(':location')] },
          },
          { assigned: ["*.headers['Location']", '*.location'], when: choosesHost('result') },
          yieldsTarget,
        ],
        javascript: [
          { call: ['*.redirect'], args: ['last', '0'], when: { any: [choosesHost('last'), choosesHost('0')] } },
          {
            call: ['*.setHeader', '*.set', '*.header', '*.location'],
            args: ['last'],
            when: {
              all: [
                {
                  any: [
                    { at: '0', is: { text: '^location$', flags: 'i' } },
                    { at: '1', is: 'absent' },
                  ],
                },
                choosesHost('last'),
              ],
            },
          },
          { call: ['*.writeHead'], args: ['1.Location', '1.location'] },
          { assigned: ['window.location', 'location.href', '*.location.href', 'document.location'], when: choosesHost('result') },
          yieldsTarget,
        ],
        java: [
          {
            call: ['*.sendRedirect', 'RedirectView', 'Response.seeOther', 'Response.temporaryRedirect', 'URI.create'],
            args: ['0'],
            when: choosesHost('0'),
          },
          {
            call: ['*.setHeader', '*.addHeader', '*.add', '*.set'],
            args: ['1'],
            when: { all: [{ at: '0', is: { text: '^location$', flags: 'i' } }, choosesHost('1')] },
          },
          { returned: true, hint: '^redirect:', when: { at: 'result', is: { text: '^redirect:◆' } } },
        ],
        go: [
          { call: ['http.Redirect', 'net/http.Redirect'], args: ['2'], when: choosesHost('2') },
          { call: ['*.Redirect'], args: ['1'], when: choosesHost('1') },
          {
            call: ['*.Header().Set', '*.Header().Add'],
            args: ['1'],
            when: { all: [{ at: '0', is: { text: '^location$', flags: 'i' } }, choosesHost('1')] },
          },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'from flask import redirect, request\n\ndef after():\n    return redirect(request.args.get("next", "/"))\n',
          good: 'from urllib.parse import urlparse\nfrom flask import redirect, request\n\ndef after():\n    target = request.args.get("next", "/")\n    parts = urlparse(target)\n    if parts.scheme or parts.netloc:\n        target = "/"\n    return redirect(target)\n',
        },
        {
          language: 'python',
          bad: 'from flask import redirect, request\n\ndef after():\n    target = request.args["next"]\n    return redirect("https://" + target)\n',
          good: 'from flask import redirect, request\n\nPAGES = {"home": "/", "list": "/list"}\n\ndef after():\n    return redirect(PAGES.get(request.args["next"], "/"))\n',
        },
        {
          language: 'javascript',
          bad: 'exports.after = (req, res) => res.redirect(req.query.next);\n',
          good: "const pages = new Set(['/', '/list']);\nexports.after = (req, res) => {\n  const next = req.query.next;\n  if (!pages.has(next)) return res.status(400).end();\n  return res.redirect(next);\n};\n",
        },
        {
          language: 'java',
          bad: 'import javax.servlet.http.*;\nclass After {\n  void go(HttpServletRequest in, HttpServletResponse out) throws Exception { out.sendRedirect(in.getParameter("next")); }\n}\n',
          good: 'import javax.servlet.http.*;\nimport java.util.*;\nclass After {\n  static final Set<String> PAGES = Set.of("/", "/list");\n  void go(HttpServletRequest in, HttpServletResponse out) throws Exception {\n    String next = in.getParameter("next");\n    if (!PAGES.contains(next)) next = "/";\n    out.sendRedirect(next);\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package after\n\nimport "net/http"\n\nfunc Go(w http.ResponseWriter, r *http.Request) {\n\thttp.Redirect(w, r, r.FormValue("next"), http.StatusFound)\n}\n',
          good: 'package after\n\nimport (\n\t"net/http"\n\t"net/url"\n)\n\nfunc Go(w http.ResponseWriter, r *http.Request) {\n\tnext := r.FormValue("next")\n\tu, err := url.Parse(next)\n\tif err != nil || u.Host != "" || u.Scheme != "" {\n\t\tnext = "/"\n\t}\n\thttp.Redirect(w, r, next, http.StatusFound)\n}\n',
        },
        {
          language: 'python',
          bad: 'def return_url(wanted):\n    if wanted.startswith("/") or wanted.startswith("https://shop.example"):\n        return wanted\n    return "/"\n',
          good: 'PAGES = ("/", "/list", "/basket")\n\ndef return_url(wanted):\n    return wanted if wanted in PAGES else "/"\n',
          note: 'shop.example.org begins so too, and //evil.example',
        },
        {
          language: 'javascript',
          bad: "function returnUrl(wanted) {\n  return /^\\//.test(wanted) ? wanted : '/';\n}\nmodule.exports = { returnUrl };\n",
          good: "function returnUrl(wanted) {\n  return /^\\/(?![\\/\\\\])[\\w\\/?=&-]*$/.test(wanted) ? wanted : '/';\n}\nmodule.exports = { returnUrl };\n",
        },
      ],
    },
    {
      id: 'request-where-input-says',
      cwe: 'CWE-918',
      severity: 'high',
      kind: 'url',
      message: 'The server fetches from where input says: from machines that only it can reach.',
      sinks: {
        python: [
          {
            call: [
              ...verbs.flatMap((verb) => [
                `requests.${verb}`,
                `httpx.${verb}`,
                `requests.Session#${verb}`,
                `httpx.Client#${verb}`,
                `httpx.AsyncClient#${verb}`,
                `aiohttp.ClientSession#${verb}`,
              ]),
              'urllib.request.urlopen',
              'urllib.request.urlretrieve',
              'urllib.request.Request',
              'urllib3.request',
              'pycurl.Curl#setopt',
            ],
            args: ['0', ':url'],
            when: { any: [choosesHost('0'), choosesHost(':url')] },
          },
          {
            call: ['requests.request', 'httpx.request', 'urllib3.PoolManager#request', 'requests.Session#request', 'httpx.stream'],
            args: ['1', ':url'],
            when: { any: [choosesHost('1'), choosesHost(':url')] },
          },
          { call: ['http.client.HTTPConnection', 'http.client.HTTPSConnection', 'socket.create_connection'], args: ['0', '0[0]'] },
        ],
        javascript: [
          {
            call: [
              'fetch',
              'node-fetch',
              'node-fetch.default',
              'axios',
              'axios.default',
              'got',
              'got.default',
              'request',
              'needle',
              'undici.fetch',
              'undici.request',
              ...['get', 'post', 'put', 'request'].flatMap((verb) => [
                `axios.${verb}`,
                `got.${verb}`,
                `http.${verb}`,
                `https.${verb}`,
                `request.${verb}`,
                `superagent.${verb}`,
                `needle.${verb}`,
              ]),
            ],
            args: ['0', '0.url', '0.host', '0.hostname', '0.uri'],
            when: { any: [choosesHost('0'), { at: '0', is: 'map' }] },
          },
        ],
        java: [
          { call: ['URL#openStream', 'URL#openConnection', 'URL#getContent', '*.openStream', '*.openConnection'], args: ['this'] },
          { call: ['HttpRequest.newBuilder', '*.uri'], args: ['0'] },
          {
            call: [
              'HttpGet',
              'HttpPost',
              'RestTemplate#getForObject',
              'RestTemplate#getForEntity',
              'RestTemplate#exchange',
              '*.getForObject',
              'Jsoup.connect',
              'ImageIO.read',
            ],
            args: ['0'],
          },
        ],
        go: [
          {
            call: ['http.Get', 'http.Post', 'http.PostForm', 'http.Head', 'net/http.Get', '*.Get'],
            args: ['0'],
            when: {
              all: [
                choosesHost('0'),
                {
                  any: [
                    { at: 'this', is: { path: ['http.Client()', 'net/http.Client()', 'net/http.DefaultClient', 'http', 'net/http'] } },
                    { at: 'this', is: { named: '[Cc]lient|[Hh]ttp' } },
                  ],
                },
              ],
            },
          },
          { call: ['http.NewRequest', 'net/http.NewRequest'], args: ['1'], when: choosesHost('1') },
          { call: ['http.NewRequestWithContext', 'net/http.NewRequestWithContext'], args: ['2'], when: choosesHost('2') },
          { call: ['net.Dial', 'net.DialTimeout'], args: ['1'] },
        ],
        c: [{ call: ['curl_easy_setopt'], args: ['2'], when: { at: '1', is: { named: '^CURLOPT_URL$' } } }],
      },
      propagators: {
        java: [{ call: ['URL', 'URI', 'URI.create'], from: ['0'], to: 'result' }],
      },
      examples: [
        {
          language: 'python',
          bad: 'import requests\n\ndef preview(address):\n    return requests.get(address, timeout=3).text[:200]\n',
          good: 'from urllib.parse import urlsplit\nimport requests\n\nHOSTS = {"pictures.example", "maps.example"}\n\ndef preview(address):\n    if urlsplit(address).hostname not in HOSTS:\n        raise ValueError("not a host of ours")\n    return requests.get(address, timeout=3).text[:200]\n',
        },
        {
          language: 'python',
          bad: 'import requests\n\ndef picture(host, number):\n    return requests.get(f"http://{host}/p/{number}").content\n',
          good: 'import requests\n\ndef picture(number):\n    return requests.get(f"https://pictures.example/p/{number}").content\n',
        },
        {
          language: 'javascript',
          bad: 'exports.preview = async (req, res) => res.json(await (await fetch(req.query.url)).json());\n',
          good: "const hosts = ['pictures.example'];\nexports.preview = async (req, res) => {\n  const url = new URL(req.query.url);\n  if (!hosts.includes(url.hostname)) return res.status(400).end();\n  return res.json(await (await fetch(url)).json());\n};\n",
        },
        {
          language: 'java',
          bad: 'import java.net.*;\nclass Preview {\n  byte[] of(String address) throws Exception { return new URL(address).openStream().readAllBytes(); }\n}\n',
          good: 'import java.net.*;\nclass Preview {\n  byte[] of(String address) throws Exception {\n    URL url = new URL(address);\n    if (!"pictures.example".equals(url.getHost())) throw new IllegalArgumentException(address);\n    return url.openStream().readAllBytes();\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package preview\n\nimport "net/http"\n\nfunc Of(address string) (*http.Response, error) { return http.Get(address) }\n',
          good: 'package preview\n\nimport (\n\t"errors"\n\t"net/http"\n\t"net/url"\n)\n\nfunc Of(address string) (*http.Response, error) {\n\tu, err := url.Parse(address)\n\tif err != nil || u.Hostname() != "pictures.example" {\n\t\treturn nil, errors.New("not a host of ours")\n\t}\n\treturn http.Get(address)\n}\n',
        },
        {
          language: 'c',
          bad: '#include <curl/curl.h>\nint preview(CURL *handle, const char *address) {\n  curl_easy_setopt(handle, CURLOPT_URL, address);\n  return curl_easy_perform(handle);\n}\n',
          good: '#include <curl/curl.h>\nint preview(CURL *handle, const char *body) {\n  curl_easy_setopt(handle, CURLOPT_URL, "https://pictures.example/p");\n  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body);\n  return curl_easy_perform(handle);\n}\n',
        },
      ],
    },
  ],
};
