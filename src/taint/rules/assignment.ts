import type { Condition, RuleGroup } from './rule.ts';

/** Something of which a stranger must not set every field. */
const recordNamed =
  '([uU]ser|[aA]ccount|[pP]rofile|[mM]ember|[pP]erson|[cC]ustomer|[eE]mployee|[cC]ard|[oO]rder|[rR]ecord|[eE]ntity|[mM]odel|[iI]nstance|[oO]bj|[dD]ocument)$';
/** The whole of what was sent; what was put together from named fields is a map that is written out. */
const wholeBody = (at: string): Condition => ({
  at,
  is: {
    all: [
      {
        named:
          '(^|\\.)(body|form|json|get_json\\(\\)|payload|data|POST|args|fields|changes|updates|attrs|attributes|params)(\\.to_dict\\(\\))?$',
      },
      { not: 'map' },
    ],
  },
});
const unchecked = ['__proto__', 'constructor', 'prototype'];

export const assignment: RuleGroup = {
  name: 'assignment',
  rules: [
    {
      id: 'fields-chosen-by-input',
      cwe: 'CWE-915',
      also: ['CWE-913', 'CWE-471', 'CWE-269'],
      severity: 'high',
      kind: 'key',
      message:
        'Input chooses which fields are set, those that are not for it too (role, owner, price): take the ones that are meant by name.',
      sinks: {
        python: [
          {
            call: ['setattr'],
            args: ['1'],
            when: {
              at: '0',
              is: {
                named: `${recordNamed}|([iI]tem|[rR]ow|[pP]ost|[nN]ote|[tT]arget|[rR]esource|[eE]xisting|[pP]roduct|[tT]ask|[cC]ontact|[sS]tudent)$`,
              },
            },
          },
          {
            call: ['*.update'],
            args: ['0'],
            when: {
              all: [
                { at: 'this', is: { named: recordNamed } },
                { at: '0', is: { not: 'map' } },
                { at: '0', is: { not: 'list' } },
              ],
            },
          },
          { call: ['*.__dict__.update'], args: ['0'], when: { at: '0', is: { not: 'map' } } },
          { call: ['*.update'], args: ['*'], when: { at: 'this', is: { named: '(filter|filter_by)\\(\\)$' } } },
        ],
        javascript: [
          {
            call: ['Object.assign', 'lodash.assign', 'lodash.extend'],
            args: ['1'],
            when: {
              all: [
                { at: '0', is: { named: recordNamed } },
                { at: '1', is: { not: 'map' } },
              ],
            },
          },
          {
            call: ['*.create', '*.insertOne', '*.insert', '*.build', '*.bulkCreate', '*.update', '*.set'],
            args: ['0'],
            when: { at: '0', is: { all: [{ named: '^(req|request|ctx)(\\.request)?\\.body$' }, { not: 'map' }] } },
          },
          { call: ['*.findByIdAndUpdate', '*.findOneAndUpdate', '*.updateOne', '*.update'], args: ['1'], when: wholeBody('1') },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'from flask import request\n\ndef change(member):\n    for name, value in request.get_json().items():\n        setattr(member, name, value)\n',
          good: 'from flask import request\n\nOWN = {"street", "town"}\n\ndef change(member):\n    for name, value in request.get_json().items():\n        if name in OWN:\n            setattr(member, name, value)\n',
        },
        {
          language: 'python',
          bad: 'from flask import request\n\ndef change(member):\n    member.update(request.json)\n    return member\n',
          good: 'from flask import request\n\nOWN = ("street", "town")\n\ndef change(member):\n    sent = request.json\n    member.update({name: sent[name] for name in OWN if name in sent})\n    return member\n',
        },
        {
          language: 'javascript',
          bad: 'exports.change = (req, user) => Object.assign(user, req.body);\n',
          good: 'exports.change = (req, user) => {\n  const { street, town } = req.body;\n  return Object.assign(user, { street, town });\n};\n',
        },
        {
          language: 'javascript',
          bad: 'exports.join = async (req, res) => res.json(await Member.create(req.body));\n',
          good: 'exports.join = async (req, res) => res.json(await Member.create({ name: req.body.name, town: req.body.town }));\n',
        },
      ],
    },
    {
      id: 'merge-into-the-prototype',
      cwe: 'CWE-1321',
      also: ['CWE-915', 'CWE-471'],
      severity: 'high',
      message:
        'A merge that goes into every key goes into __proto__ too, and changes all objects: leave those keys out, or use objects without a prototype.',
      sinks: {
        javascript: [
          {
            absence: {
              does: [
                {
                  call: [
                    '/^_?(deep_?)?(merge|extend|mixin)_?(deep|in|into|recursive|recursively|objects?|values?|settings|options|all)?$/i',
                  ],
                },
                { name: '^(key|prop|property|k|name|field)$' },
              ],
              lacks: [
                ...unchecked.map((string) => ({ string: `^${string}$` })),
                { call: ['Object.create', 'Map', 'Object.hasOwn', 'Object.freeze', '*.hasOwnProperty'] },
                {
                  name: '(?:[fF]orbidden|FORBIDDEN|[bB]locked|BLOCKED|[uU]nsafe|UNSAFE|[dD]angerous|DANGEROUS|[rR]eserved|RESERVED|[bB]anned|[aA]llowed|ALLOWED)',
                },
                { call: ['/safe|allowed|forbidden|valid|polluting|dangerous/i'] },
              ],
            },
          },
        ],
      },
      examples: [
        {
          language: 'javascript',
          bad: "function merge(to, from) {\n  for (const key of Object.keys(from)) {\n    if (typeof from[key] === 'object' && typeof to[key] === 'object') merge(to[key], from[key]);\n    else to[key] = from[key];\n  }\n  return to;\n}\nmodule.exports = { merge };\n",
          good: "function merge(to, from) {\n  for (const key of Object.keys(from)) {\n    if (key === '__proto__' || key === 'constructor') continue;\n    if (typeof from[key] === 'object' && typeof to[key] === 'object') merge(to[key], from[key]);\n    else to[key] = from[key];\n  }\n  return to;\n}\nmodule.exports = { merge };\n",
        },
      ],
    },
    {
      id: 'input-merged-into-an-object',
      cwe: 'CWE-1321',
      also: ['CWE-915'],
      severity: 'high',
      kind: 'key',
      message: 'Input chooses the path in the object that is written to, which may lead into its prototype.',
      sinks: {
        javascript: [
          {
            call: ['lodash.set', 'lodash.setWith', 'object-path.set', 'dot-prop.set', 'set-value', 'lodash.zipObjectDeep'],
            args: ['1'],
            when: { at: '1', is: 'not-constant' },
          },
          { call: ['jQuery.extend', '$.extend'], args: ['1+'], when: { at: '0', is: { equals: true } } },
        ],
      },
      examples: [
        {
          language: 'javascript',
          bad: "const _ = require('lodash');\nexports.put = (settings, place, value) => _.set(settings, place, value);\n",
          good: "const _ = require('lodash');\nconst PLACES = new Set(['page.title', 'page.colour']);\nexports.put = (settings, place, value) => {\n  if (!PLACES.has(place)) throw new RangeError('no such setting');\n  return _.set(settings, place, value);\n};\n",
        },
      ],
    },
  ],
};
