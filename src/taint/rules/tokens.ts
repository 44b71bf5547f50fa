import { namedFor } from './common/naming.ts';
import type { Condition, RuleGroup, Sink } from './rule.ts';

const call = (names: readonly string[], when?: Condition): Sink => ({ call: names, ...(when === undefined ? {} : { when }) });

const secretName = namedFor(
  'password, passwd, pwd, passphrase, secret, secret key, api key, auth token, access token, private key, signing key, jwt secret, jwt key, db pass, client secret, encryption key',
);

/** A literal that is worth something: no placeholder, no name of a variable or a message. */
const realSecret: Condition = {
  all: [
    { at: 'result', is: { all: ['constant', 'string'] } },
    { at: 'result', is: { not: { shorterThan: 4 } } },
    {
      at: 'result',
      is: {
        not: {
          text: '^(<.*>|\\$\\{.*\\}|\\{.*\\}|%.*%|change_?me.*|todo|none|null|undefined|required|optional|hidden|bearer|basic|password|passwd|secret|token|key|string|text|env:.*|.*\\s.*)$',
          flags: 'i',
        },
      },
    },
    // The name of a variable of the environment, or of a field.
    { at: 'result', is: { not: { text: '^[A-Z][A-Z0-9_]{3,}$' } } },
  ],
};

export const tokens: RuleGroup = {
  name: 'tokens',
  rules: [
    {
      id: 'signature-not-verified',
      cwe: 'CWE-347',
      also: ['CWE-345'],
      severity: 'high',
      message: 'A signed token is believed without its signature: anybody can write one.',
      sinks: {
        python: [
          call(['jwt.decode'], {
            any: [
              { at: ':verify', is: { equals: false } },
              { at: ':options', is: { field: 'verify_signature', is: { equals: false } } },
              { at: ':algorithms', is: { contains: { equals: 'none' } } },
              { at: '2:algorithms', is: { contains: { equals: 'none' } } },
              {
                all: [
                  { at: '2:algorithms', is: 'absent' },
                  { at: ':algorithm', is: 'absent' },
                  { at: ':options', is: 'absent' },
                ],
              },
            ],
          }),
          call(['jose.jwt.decode', 'jose.jwt.get_unverified_claims', 'jose.jws.get_unverified_claims'], {
            any: [
              { at: ':options', is: { field: 'verify_signature', is: { equals: false } } },
              { at: '1', is: 'absent' },
            ],
          }),
          call(['jwt.get_unverified_header'], { at: '5', is: 'present' }),
        ],
        javascript: [
          call(['jsonwebtoken.decode', 'jwt.decode', 'jwt-decode.default', 'jwtDecode', 'jwt_decode']),
          call(['jsonwebtoken.verify', 'jwt.verify'], {
            any: [
              { at: '2', is: { field: 'algorithms', is: { contains: { equals: 'none' } } } },
              { at: '1', is: { any: [{ equals: null }, { equals: '' }, { equals: false }] } },
            ],
          }),
          call(['jwt-simple.decode'], { at: '2', is: { equals: true } }),
          call(['jose.decodeJwt', 'jose.UnsecuredJWT.decode']),
        ],
        java: [call(['JWT.decode']), call(['*.parseClaimsJwt', '*.parseUnsecuredClaims']), call(['Algorithm.none'])],
        go: [call(['jwt.ParseUnverified', 'jwt.Parser#ParseUnverified', '*.ParseUnverified']), call(['*.UnsafeClaimsWithoutVerification'])],
      },
      examples: [
        {
          language: 'python',
          bad: 'import jwt\n\ndef who(token, key):\n    return jwt.decode(token, key, options={"verify_signature": False})["sub"]\n',
          good: 'import jwt\n\ndef who(token, key):\n    return jwt.decode(token, key, algorithms=["HS256"])["sub"]\n',
        },
        {
          language: 'python',
          bad: 'import jwt\n\ndef who(token, key):\n    claims = jwt.decode(token, key, algorithms=["HS256", "none"])\n    return claims["sub"]\n',
          good: 'import jwt\n\nALLOWED = ["ES256"]\n\ndef who(token, key):\n    claims = jwt.decode(token, key, algorithms=ALLOWED)\n    return claims["sub"]\n',
        },
        {
          language: 'javascript',
          bad: "const jwt = require('jsonwebtoken');\nexports.who = (token) => jwt.decode(token).sub;\n",
          good: "const jwt = require('jsonwebtoken');\nexports.who = (token, key) => jwt.verify(token, key, { algorithms: ['HS256'] }).sub;\n",
        },
        {
          language: 'java',
          bad: 'import com.auth0.jwt.JWT;\nclass Who {\n  static String of(String token) { return JWT.decode(token).getSubject(); }\n}\n',
          good: 'import com.auth0.jwt.JWT;\nimport com.auth0.jwt.algorithms.Algorithm;\nclass Who {\n  static String of(String token, byte[] key) {\n    return JWT.require(Algorithm.HMAC256(key)).build().verify(token).getSubject();\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package who\n\nimport "github.com/golang-jwt/jwt/v5"\n\nfunc Of(token string, claims jwt.MapClaims) error {\n\t_, _, err := jwt.NewParser().ParseUnverified(token, claims)\n\treturn err\n}\n',
          good: 'package who\n\nimport "github.com/golang-jwt/jwt/v5"\n\nfunc Of(token string, claims jwt.MapClaims, key jwt.Keyfunc) error {\n\t_, err := jwt.ParseWithClaims(token, claims, key)\n\treturn err\n}\n',
        },
      ],
    },
    {
      id: 'hard-coded-credential',
      cwe: 'CWE-798',
      also: ['CWE-259', 'CWE-321'],
      severity: 'high',
      message: 'A password or key stands in the program: whoever reads the program has it.',
      sinks: {
        all: [{ named: secretName, when: realSecret }],
        python: [
          call(['jwt.encode', 'jwt.decode'], { at: '1:key', is: { all: ['constant', 'string', { not: { shorterThan: 1 } }] } }),
          call(['hmac.new', 'hmac.digest'], { at: '0:key', is: { all: ['constant', { not: { shorterThan: 1 } }] } }),
          call(['*.connect', '*.login', '*.Connection'], {
            any: [
              { at: ':password', is: { all: ['constant', 'string', { not: { shorterThan: 1 } }] } },
              { at: ':passwd', is: { all: ['constant', 'string', { not: { shorterThan: 1 } }] } },
            ],
          }),
        ],
        javascript: [
          call(['jsonwebtoken.sign', 'jsonwebtoken.verify', 'jwt.sign', 'jwt.verify'], {
            at: '1',
            is: { all: ['constant', 'string', { not: { shorterThan: 1 } }] },
          }),
          call(['crypto.createHmac'], { at: '1', is: { all: ['constant', 'string', { not: { shorterThan: 1 } }] } }),
        ],
        java: [
          call(['SecretKeySpec'], { at: '0', is: { all: ['constant', { any: ['string', 'list'] }] } }),
          call(['DriverManager.getConnection'], { at: '2', is: { all: ['constant', 'string', { not: { shorterThan: 1 } }] } }),
          call(['Algorithm.HMAC256', 'Algorithm.HMAC512'], { at: '0', is: { all: ['constant', 'string'] } }),
        ],
        go: [
          call(['hmac.New'], { at: '1', is: 'constant' }),
          call(['*.SignedString'], { at: '0', is: 'constant' }),
          call(['aes.NewCipher'], { at: '0', is: 'constant' }),
        ],
        c: [
          {
            call: ['strcmp', 'strncmp', 'memcmp', 'strcasecmp'],
            when: {
              any: [
                {
                  all: [
                    { at: '0', is: { named: secretName } },
                    { at: '1', is: { all: ['constant', 'string', { not: { shorterThan: 1 } }] } },
                  ],
                },
                {
                  all: [
                    { at: '1', is: { named: secretName } },
                    { at: '0', is: { all: ['constant', 'string', { not: { shorterThan: 1 } }] } },
                  ],
                },
              ],
            },
          },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'import psycopg2\n\nDB_PASSWORD = "h4rvest-moon"\n\ndef connect():\n    return psycopg2.connect(host="db", user="app", password=DB_PASSWORD)\n',
          good: 'import os\nimport psycopg2\n\ndef connect():\n    return psycopg2.connect(host="db", user="app", password=os.environ["DB_PASSWORD"])\n',
        },
        {
          language: 'python',
          bad: 'class Settings:\n    secret_key = "0f9a-orchard-77"\n',
          good: 'import os\n\nclass Settings:\n    secret_key = os.environ.get("SECRET_KEY")\n    password_prompt = "Your password:"\n',
        },
        {
          language: 'javascript',
          bad: "const apiKey = 'k-91f0a2';\nexports.headers = () => ({ authorization: `Bearer ${apiKey}` });\n",
          good: 'const apiKey = process.env.API_KEY;\nexports.headers = () => ({ authorization: `Bearer ${apiKey}` });\n',
        },
        {
          language: 'java',
          bad: 'import java.sql.*;\nclass Store {\n  static Connection open(String url) throws SQLException {\n    return DriverManager.getConnection(url, "app", "h4rvest-moon");\n  }\n}\n',
          good: 'import java.sql.*;\nclass Store {\n  static Connection open(String url) throws SQLException {\n    return DriverManager.getConnection(url, "app", System.getenv("DB_PASSWORD"));\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package store\n\nconst dbPassword = "h4rvest-moon"\n\nfunc Address() string { return "app:" + dbPassword + "@/shop" }\n',
          good: 'package store\n\nimport "os"\n\nfunc Address() string {\n\tdbPassword := os.Getenv("DB_PASSWORD")\n\treturn "app:" + dbPassword + "@/shop"\n}\n',
        },
        {
          language: 'c',
          bad: '#include <string.h>\nint enter(const char *password) { return strcmp(password, "h4rvest-moon") == 0; }\n',
          good: '#include <stdlib.h>\n#include <string.h>\nint enter(const char *password) {\n  const char *wanted = getenv("GATE_PASSWORD");\n  return wanted && strcmp(password, wanted) == 0;\n}\n',
        },
        {
          language: 'python',
          bad: 'SERVICE_PASSWORD = "service"\n\ndef may_enter(given, stored):\n    return given in (stored, SERVICE_PASSWORD)\n',
          good: 'PASSWORD_VARIABLE = "GATE_PASSWORD"\nfields = {"password": "PASSWORD", "api_key": "required"}\n\ndef may_enter(given, stored):\n    return given == stored\n',
        },
      ],
    },
  ],
};
