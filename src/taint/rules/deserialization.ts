import type { Condition, RuleGroup, Sink } from './rule.ts';

const call = (names: readonly string[], when?: Condition): Sink => ({ call: names, ...(when === undefined ? {} : { when }) });

const safeLoaders = ['yaml.SafeLoader', 'yaml.CSafeLoader', 'yaml.BaseLoader', 'yaml.CBaseLoader'];
const wildLoaders = ['yaml.Loader', 'yaml.CLoader', 'yaml.UnsafeLoader', 'yaml.CUnsafeLoader', 'yaml.FullLoader'];

export const deserialization: RuleGroup = {
  name: 'deserialization',
  rules: [
    {
      id: 'deserialised-input',
      cwe: 'CWE-502',
      severity: 'high',
      kind: 'deserialize',
      message: 'Input is turned into objects of any class, which may run code while they are made.',
      sinks: {
        python: [
          {
            call: ['pickle', 'cPickle', '_pickle', 'dill', 'cloudpickle', 'jsonpickle', 'marshal', 'shelve', 'joblib', 'pandas'].flatMap(
              (module) =>
                module === 'shelve'
                  ? ['shelve.open']
                  : module === 'jsonpickle'
                    ? ['jsonpickle.decode', 'jsonpickle.loads']
                    : module === 'pandas'
                      ? ['pandas.read_pickle']
                      : [`${module}.loads`, `${module}.load`],
            ),
            args: ['0'],
          },
          { call: ['pickle.Unpickler#load', 'pickle.Unpickler', 'dill.Unpickler'], args: ['0', 'this'] },
          {
            call: ['yaml.load', 'yaml.load_all'],
            args: ['0'],
            when: { all: [{ not: { at: '1:Loader', is: { path: safeLoaders } } }, { not: { at: '1:Loader', is: { named: '[Ss]afe' } } }] },
          },
          { call: ['yaml.unsafe_load', 'yaml.unsafe_load_all', 'yaml.full_load', 'ruamel.yaml.load'], args: ['0'] },
          { call: ['torch.load'], args: ['0'], when: { not: { at: ':weights_only', is: { equals: true } } } },
          { call: ['numpy.load'], args: ['0'], when: { at: ':allow_pickle', is: { equals: true } } },
        ],
        javascript: [
          {
            call: [
              'node-serialize.unserialize',
              'serialize.unserialize',
              'serialize-javascript.deserialize',
              'funcster.deepDeserialize',
              'cryo.parse',
              'v8.deserialize',
            ],
            args: ['0'],
          },
          {
            call: ['js-yaml.load', 'yaml.load'],
            args: ['0'],
            when: { at: '1.schema', is: { path: ['js-yaml.DEFAULT_FULL_SCHEMA', 'yaml.DEFAULT_FULL_SCHEMA'] } },
          },
        ],
        java: [
          { call: ['ObjectInputStream#readObject', 'ObjectInputStream#readUnshared', '*.readObject', '*.readUnshared'], args: ['this'] },
          {
            call: [
              'XMLDecoder#readObject',
              'XStream#fromXML',
              '*.fromXML',
              'SerializationUtils.deserialize',
              'Yaml#load',
              'Yaml#loadAs',
              'Kryo#readClassAndObject',
            ],
            args: ['0', 'this'],
          },
        ],
        go: [],
      },
      propagators: {
        java: [{ call: ['ObjectInputStream', 'XMLDecoder', 'ByteArrayInputStream', 'BufferedInputStream'], from: ['0'], to: 'result' }],
      },
      guards: {
        java: [{ guard: 'call', call: ['*.setObjectInputFilter'], on: 'this', holds: 'returns', clears: ['deserialize'] }],
        python: [{ guard: 'call', call: ['hmac.compare_digest', 'secrets.compare_digest'], on: '0', holds: 'true', clears: [] }],
      },
      examples: [
        {
          language: 'python',
          bad: 'import base64\nimport pickle\nfrom flask import request\n\ndef basket():\n    try:\n        return pickle.loads(base64.b64decode(request.headers["X-Basket"]))\n    except Exception:\n        return {}\n',
          good: 'import base64\nimport json\nfrom flask import request\n\ndef basket():\n    try:\n        return json.loads(base64.b64decode(request.headers["X-Basket"]))\n    except ValueError:\n        return {}\n',
        },
        {
          language: 'python',
          bad: 'import yaml\n\ndef settings(text):\n    return yaml.load(text, Loader=yaml.Loader)\n',
          good: 'import yaml\n\ndef settings(text):\n    return yaml.load(text, Loader=yaml.SafeLoader)\n',
        },
        {
          language: 'javascript',
          bad: "const serialize = require('node-serialize');\nexports.basket = (request) => serialize.unserialize(request.cookies.basket);\n",
          good: 'exports.basket = (request) => JSON.parse(request.cookies.basket);\n',
        },
        {
          language: 'java',
          bad: 'import java.io.*;\nclass Basket {\n  Object read(byte[] body) throws Exception {\n    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(body));\n    return in.readObject();\n  }\n}\n',
          good: 'import java.io.*;\nclass Basket {\n  Object read(byte[] body) throws Exception {\n    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(body));\n    in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("Basket;!*"));\n    return in.readObject();\n  }\n}\n',
        },
      ],
    },
    {
      id: 'wild-yaml',
      cwe: 'CWE-502',
      also: ['CWE-20'],
      severity: 'high',
      message: 'This loader makes objects of any class out of a document: use safe_load.',
      sinks: {
        python: [
          call(['yaml.load', 'yaml.load_all'], {
            any: [
              { at: '1:Loader', is: { path: wildLoaders } },
              { at: '1:Loader', is: 'absent' },
            ],
          }),
          call(['yaml.unsafe_load', 'yaml.unsafe_load_all']),
          call(['ruamel.yaml.YAML'], { at: ':typ', is: { equals: 'unsafe' } }),
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'import yaml\n\ndef settings(path):\n    with open("settings.yaml") as file:\n        return yaml.load(file)\n',
          good: 'import yaml\n\ndef settings(path):\n    with open("settings.yaml") as file:\n        return yaml.safe_load(file)\n',
        },
      ],
    },
  ],
};
