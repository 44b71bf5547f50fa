import type { Condition, RuleGroup, Sink } from './rule.ts';

const call = (names: readonly string[], when?: Condition): Sink => ({ call: names, ...(when === undefined ? {} : { when }) });

export const cookies: RuleGroup = {
  name: 'cookies',
  rules: [
    {
      id: 'cookie-without-flags',
      cwe: 'CWE-1004',
      also: ['CWE-614'],
      severity: 'low',
      message: 'A cookie can be read by scripts or travels without encryption: set HttpOnly and Secure.',
      sinks: {
        python: [
          {
            call: ['*.set_cookie'],
            when: {
              any: [
                { at: ':httponly', is: 'absent' },
                { at: ':httponly', is: { equals: false } },
                { at: ':secure', is: 'absent' },
                { at: ':secure', is: { equals: false } },
              ],
            },
          },
        ],
        javascript: [
          {
            call: ['*.cookie', '*.setCookie'],
            when: {
              all: [
                { at: '1', is: 'present' },
                {
                  any: [
                    { at: '2', is: 'absent' },
                    { at: '2', is: { field: 'httpOnly', is: 'absent' } },
                    { at: '2', is: { field: 'httpOnly', is: { equals: false } } },
                    { at: '2', is: { field: 'secure', is: 'absent' } },
                    { at: '2', is: { field: 'secure', is: { equals: false } } },
                  ],
                },
              ],
            },
          },
          call(['*.setHeader'], {
            all: [
              { at: '0', is: { text: '^set-cookie$', flags: 'i' } },
              { at: '1', is: { not: { text: 'httponly', flags: 'i' } } },
            ],
          }),
        ],
        java: [
          { absence: { does: [{ call: ['Cookie', '*.addCookie'] }], lacks: [{ call: ['*.setHttpOnly'] }] } },
          { absence: { does: [{ call: ['*.addCookie'] }], lacks: [{ call: ['*.setSecure'] }] } },
          call(['*.setHttpOnly', '*.setSecure'], { at: '0', is: { equals: false } }),
        ],
        go: [
          {
            call: ['http.SetCookie'],
            when: {
              any: [
                { at: '1', is: { field: 'HttpOnly', is: 'absent' } },
                { at: '1', is: { field: 'Secure', is: 'absent' } },
                { at: '1', is: { field: 'HttpOnly', is: { equals: false } } },
                { at: '1', is: { field: 'Secure', is: { equals: false } } },
              ],
            },
          },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'def enter(response, sid):\n    response.set_cookie("sid", sid)\n    return response\n',
          good: 'def enter(response, sid):\n    response.set_cookie("sid", sid, httponly=True, secure=True, samesite="Lax")\n    return response\n',
        },
        {
          language: 'javascript',
          bad: "exports.enter = (res, sid) => res.cookie('sid', sid);\n",
          good: "exports.enter = (res, sid) => res.cookie('sid', sid, { httpOnly: true, secure: true });\n",
        },
        {
          language: 'java',
          bad: 'import javax.servlet.http.*;\nclass Enter {\n  void with(HttpServletResponse out, String sid) { out.addCookie(new Cookie("sid", sid)); }\n}\n',
          good: 'import javax.servlet.http.*;\nclass Enter {\n  void with(HttpServletResponse out, String sid) {\n    Cookie cookie = new Cookie("sid", sid);\n    cookie.setHttpOnly(true);\n    cookie.setSecure(true);\n    out.addCookie(cookie);\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package enter\n\nimport "net/http"\n\nfunc With(w http.ResponseWriter, sid string) {\n\thttp.SetCookie(w, &http.Cookie{Name: "sid", Value: sid})\n}\n',
          good: 'package enter\n\nimport "net/http"\n\nfunc With(w http.ResponseWriter, sid string) {\n\thttp.SetCookie(w, &http.Cookie{Name: "sid", Value: sid, HttpOnly: true, Secure: true})\n}\n',
        },
      ],
    },
  ],
};
