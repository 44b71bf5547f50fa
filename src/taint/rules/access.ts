import type { RuleGroup, Word } from './rule.ts';

/** Anything that asks who is there, or what he may do. */
const asks: readonly Word[] = [
  {
    decorator:
      '(?:login|auth|permission|role|admin_|require|jwt|token|protect|secure|Secured|PreAuthorize|RolesAllowed|DenyAll|before_request|middleware)',
  },
  {
    call: [
      '/auth|login|permi|verif|check|require|current_user|signed|may_|can_|allow|is_?(admin|staff|owner)|enter|identity|session|principal|depends|security/i',
    ],
  },
  { name: '(?:current_user|session|principal|Authorization|Depends|Security|account|token|role|api_?key|X_API|user|owner)' },
  { member: '^(?:session|user|authorization|role|roles|is_admin|is_staff|is_authenticated|owner|account|token)$' },
  { string: '(?:^Authorization$|^X-|^role$|^user|token|session|[Kk]ey$)' },
  { parameter: '(?:user|session|token|auth|principal|account|key|identity|admin|permission)' },
];

export const access: RuleGroup = {
  name: 'access',
  rules: [
    {
      id: 'nobody-asks-who-deletes',
      cwe: 'CWE-306',
      also: ['CWE-862', 'CWE-284', 'CWE-285', 'CWE-287'],
      severity: 'high',
      message: 'Whoever knows the address may delete here, or administer: nothing asks who it is.',
      sinks: {
        python: [
          {
            absence: {
              does: [{ decorator: '(?:\\.delete\\(|/admin|/delete|/remove|DELETE)' }, { route: true }],
              lacks: asks,
              anywhere: true,
            },
          },
        ],
        java: [{ absence: { does: [{ decorator: '(?:DeleteMapping|/admin|/delete)' }, { route: true }], lacks: asks, anywhere: true } }],
      },
      examples: [
        {
          language: 'python',
          bad: 'from flask import Flask\n\napp = Flask(__name__)\nnotes = {}\n\n@app.delete("/notes/<int:number>")\ndef strike(number):\n    notes.pop(number, None)\n    return "", 204\n',
          good: 'from flask import Flask\nfrom flask_login import login_required\n\napp = Flask(__name__)\nnotes = {}\n\n@app.delete("/notes/<int:number>")\n@login_required\ndef strike(number):\n    notes.pop(number, None)\n    return "", 204\n',
        },
        {
          language: 'java',
          bad: 'import org.springframework.web.bind.annotation.*;\n@RestController\nclass Notes {\n  @DeleteMapping("/notes/{number}")\n  void strike(@PathVariable long number) { notes.deleteById(number); }\n}\n',
          good: 'import org.springframework.security.access.prepost.PreAuthorize;\nimport org.springframework.web.bind.annotation.*;\n@RestController\nclass Notes {\n  @DeleteMapping("/notes/{number}")\n  @PreAuthorize("hasRole(\'CLERK\')")\n  void strike(@PathVariable long number) { notes.deleteById(number); }\n}\n',
        },
      ],
    },
    {
      id: 'nobody-asks-whose-it-is',
      cwe: 'CWE-639',
      also: ['CWE-862', 'CWE-863', 'CWE-284', 'CWE-285'],
      severity: 'high',
      message: 'It is known who asks, and a record is looked up by a number that he chose, but nothing says that it is his.',
      sinks: {
        python: [
          {
            absence: {
              does: [
                { decorator: '(?:route|get|put|delete|patch|post)\\(.*[<{]' },
                { compares: '^(?:account|user|member|current_user|who)$' },
              ],
              lacks: [
                { compares: '[.].*(?:owner|user|account|recipient|author|role|name|_id|_by|\\bid)' },
                { call: ['/may|can_|allow|own|permi|authori|belong|access|ensure|require|filter|admin|forbid/i'] },
                { member: '^(?:is_admin|role|roles|user_id|owner|owner_id|author|recipient)$' },
                { string: '^(?:owner|owner_id|user_id|role|recipient|author|user|account)$' },
              ],
            },
          },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'from flask import Flask, abort\n\napp = Flask(__name__)\n\n@app.get("/letters/<number>")\ndef letter(number):\n    user = signed_in()\n    if user is None:\n        abort(401)\n    return letters()[number]\n',
          good: 'from flask import Flask, abort\n\napp = Flask(__name__)\n\n@app.get("/letters/<number>")\ndef letter(number):\n    user = signed_in()\n    if user is None:\n        abort(401)\n    found = letters()[number]\n    if found["owner"] != user.name:\n        abort(404)\n    return found\n',
        },
      ],
    },
    {
      id: 'forged-requests-let-in',
      cwe: 'CWE-352',
      severity: 'medium',
      message: "The framework would keep out requests that other pages send in a visitor's name, and is told not to.",
      sinks: {
        python: [
          {
            absence: {
              does: [{ decorator: '^(?:\\w+\\.)*csrf_exempt$|csrf\\.exempt$' }],
              lacks: [
                { call: ['/hmac|signature|verify|webhook|compare_digest|jwt|authenticate/i'] },
                { member: '^(?:signature|verify)$' },
                { decorator: '(?:token_required|authentication_classes|api_view)' },
              ],
            },
          },
          { named: '^WTF_CSRF_(ENABLED|CHECK_DEFAULT)$', when: { at: 'result', is: { equals: false } } },
        ],
        java: [
          { call: ['*.csrf.disable'] },
          { call: ['*.csrf.ignoringAntMatchers', '*.csrf.ignoringRequestMatchers'], when: { at: '0', is: { text: '^/\\*\\*$' } } },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'from django.views.decorators.csrf import csrf_exempt\n\n@csrf_exempt\ndef move_house(request):\n    request.user.town = request.POST["town"]\n    request.user.save()\n',
          good: 'def move_house(request):\n    request.user.town = request.POST["town"]\n    request.user.save()\n',
        },
        {
          language: 'python',
          bad: 'from flask import Flask\n\napp = Flask(__name__)\napp.config["WTF_CSRF_ENABLED"] = False\n',
          good: 'from flask import Flask\n\napp = Flask(__name__)\napp.config["WTF_CSRF_ENABLED"] = True\n',
        },
        {
          language: 'java',
          bad: 'class Safety {\n  void configure(HttpSecurity http) throws Exception {\n    http.csrf().disable().authorizeRequests().anyRequest().authenticated();\n  }\n}\n',
          good: 'class Safety {\n  void configure(HttpSecurity http) throws Exception {\n    http.authorizeRequests().anyRequest().authenticated();\n  }\n}\n',
        },
      ],
    },
  ],
};
