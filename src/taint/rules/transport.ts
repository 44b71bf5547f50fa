import type { Condition, RuleGroup, Sink } from './rule.ts';

const call = (names: readonly string[], when?: Condition): Sink => ({ call: names, ...(when === undefined ? {} : { when }) });

const requests = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'request'];
const clients = requests.flatMap((verb) => [`requests.${verb}`, `requests.Session#${verb}`, `httpx.${verb}`, `httpx.Client#${verb}`]);

export const transport: RuleGroup = {
  name: 'transport',
  types: {
    python: [
      { name: 'requests.Session()', is: 'requests.Session' },
      { name: 'requests.session()', is: 'requests.Session' },
      { name: 'ssl.create_default_context()', is: 'ssl.SSLContext' },
      { name: 'ssl.SSLContext()', is: 'ssl.SSLContext' },
    ],
  },
  rules: [
    {
      id: 'certificate-not-checked',
      cwe: 'CWE-295',
      also: ['CWE-297', 'CWE-599'],
      severity: 'high',
      message: 'The other side may be anybody: its certificate or its name is not checked.',
      sinks: {
        python: [
          call([...clients, 'httpx.Client', 'httpx.AsyncClient'], { at: ':verify', is: { equals: false } }),
          call(['ssl._create_unverified_context', 'ssl._create_stdlib_context']),
          call(['ssl.SSLContext'], { not: { at: '0:protocol', is: { path: ['ssl.PROTOCOL_TLS_CLIENT', 'ssl.PROTOCOL_TLS_SERVER'] } } }),
          call(['ssl.wrap_socket'], { not: { at: ':cert_reqs', is: { path: ['ssl.CERT_REQUIRED'] } } }),
          { assigned: ['*.verify_mode'], when: { at: 'result', is: { path: ['ssl.CERT_NONE', 'ssl.CERT_OPTIONAL'] } } },
          { assigned: ['*.check_hostname'], when: { at: 'result', is: { equals: false } } },
          { assigned: ['*.verify'], when: { all: [{ at: 'result', is: { equals: false } }] } },
          { assigned: ['ssl._create_default_https_context'] },
          call(['urllib3.PoolManager', 'urllib3.HTTPSConnectionPool'], {
            at: ':cert_reqs',
            is: { any: [{ equals: 'CERT_NONE' }, { path: ['ssl.CERT_NONE'] }] },
          }),
          call(['aiohttp.TCPConnector'], {
            any: [
              { at: ':ssl', is: { equals: false } },
              { at: ':verify_ssl', is: { equals: false } },
            ],
          }),
          call(
            [
              'smtplib.SMTP#starttls',
              'imaplib.IMAP4#starttls',
              'ftplib.FTP_TLS',
              'smtplib.SMTP_SSL',
              'imaplib.IMAP4_SSL',
              'poplib.POP3_SSL',
            ],
            {
              all: [
                { at: ':context', is: 'absent' },
                { at: ':ssl_context', is: 'absent' },
              ],
            },
          ),
          call(['paramiko.SSHClient#set_missing_host_key_policy', '*.set_missing_host_key_policy'], {
            at: '0',
            is: {
              path: [
                'paramiko.AutoAddPolicy',
                'paramiko.AutoAddPolicy()',
                'paramiko.WarningPolicy',
                'paramiko.WarningPolicy()',
                'paramiko.client.AutoAddPolicy',
              ],
            },
          }),
        ],
        javascript: [
          { assigned: ['*.rejectUnauthorized'], entries: true, when: { at: 'result', is: { equals: false } } },
          { assigned: ['*.strictSSL'], entries: true, when: { at: 'result', is: { equals: false } } },
          { assigned: ['process.env.NODE_TLS_REJECT_UNAUTHORIZED'], when: { at: 'result', is: { any: [{ equals: '0' }, { equals: 0 }] } } },
          { assigned: ['*.checkServerIdentity'], entries: true, when: { at: 'result', is: 'function' } },
        ],
        java: [
          call(['*.setHostnameVerifier', '*.setDefaultHostnameVerifier', '*.hostnameVerifier'], {
            at: '0',
            is: {
              any: [
                'function',
                { named: '[Aa]llow|[Aa]ccept|[Tt]rust|[Nn]o[Oo]p|[Nn]ull' },
                { path: ['NoopHostnameVerifier.INSTANCE', 'NoopHostnameVerifier()'] },
              ],
            },
          }),
          {
            absence: {
              does: [{ name: '^checkServerTrusted$' }],
              lacks: [{ name: '^(throw|CertificateException|checkValidity|verify|delegate|defaultTm)$' }],
            },
          },
        ],
        go: [
          { assigned: ['*.InsecureSkipVerify'], entries: true, when: { at: 'result', is: { equals: true } } },
          call(['ssh.InsecureIgnoreHostKey']),
        ],
        c: [
          call(['curl_easy_setopt'], {
            all: [
              { at: '1', is: { named: '^CURLOPT_SSL_VERIFY(PEER|HOST)$' } },
              { at: '2', is: { below: 1 } },
            ],
          }),
          call(['SSL_CTX_set_verify', 'SSL_set_verify'], { at: '1', is: { named: '^SSL_VERIFY_NONE$' } }),
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'import requests\n\ndef fetch(address):\n    return requests.get(address, timeout=5, verify=False).text\n',
          good: 'import requests\n\ndef fetch(address):\n    return requests.get(address, timeout=5).text\n',
        },
        {
          language: 'python',
          bad: 'import ssl\n\ndef context():\n    made = ssl.create_default_context()\n    made.check_hostname = False\n    made.verify_mode = ssl.CERT_NONE\n    return made\n',
          good: 'import ssl\n\ndef context():\n    made = ssl.create_default_context()\n    made.minimum_version = ssl.TLSVersion.TLSv1_2\n    return made\n',
        },
        {
          language: 'python',
          bad: 'import smtplib\n\ndef post(server, text):\n    with smtplib.SMTP(server) as smtp:\n        smtp.starttls()\n        smtp.sendmail("a@b.example", ["c@d.example"], text)\n',
          good: 'import smtplib\nimport ssl\n\ndef post(server, text):\n    with smtplib.SMTP(server) as smtp:\n        smtp.starttls(context=ssl.create_default_context())\n        smtp.sendmail("a@b.example", ["c@d.example"], text)\n',
        },
        {
          language: 'javascript',
          bad: "const https = require('https');\nexports.agent = () => new https.Agent({ keepAlive: true, rejectUnauthorized: false });\n",
          good: "const https = require('https');\nexports.agent = () => new https.Agent({ keepAlive: true });\n",
        },
        {
          language: 'java',
          bad: 'import javax.net.ssl.*;\nclass Fetch {\n  static void open(HttpsURLConnection connection) {\n    connection.setHostnameVerifier((host, session) -> true);\n  }\n}\n',
          good: 'import javax.net.ssl.*;\nclass Fetch {\n  static void open(HttpsURLConnection connection) {\n    connection.setHostnameVerifier(HttpsURLConnection.getDefaultHostnameVerifier());\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package fetch\n\nimport "crypto/tls"\n\nfunc Settings() *tls.Config {\n\treturn &tls.Config{MinVersion: tls.VersionTLS12, InsecureSkipVerify: true}\n}\n',
          good: 'package fetch\n\nimport "crypto/tls"\n\nfunc Settings() *tls.Config {\n\treturn &tls.Config{MinVersion: tls.VersionTLS12}\n}\n',
        },
        {
          language: 'c',
          bad: '#include <curl/curl.h>\nvoid set(CURL *c) { curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 0L); }\n',
          good: '#include <curl/curl.h>\nvoid set(CURL *c) { curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 1L); }\n',
        },
      ],
    },
    {
      id: 'old-protocol',
      cwe: 'CWE-327',
      also: ['CWE-326', 'CWE-757'],
      severity: 'medium',
      message: 'SSL and TLS before 1.2 are broken: ask for TLS 1.2 at least.',
      sinks: {
        python: [
          call(['ssl.SSLContext', 'ssl.wrap_socket'], {
            any: ['0:protocol', ':ssl_version'].map(
              (at): Condition => ({
                at,
                is: { path: ['ssl.PROTOCOL_SSLv2', 'ssl.PROTOCOL_SSLv3', 'ssl.PROTOCOL_TLSv1', 'ssl.PROTOCOL_TLSv1_1'] },
              }),
            ),
          }),
          {
            assigned: ['*.minimum_version'],
            when: { at: 'result', is: { path: ['ssl.TLSVersion.SSLv3', 'ssl.TLSVersion.TLSv1', 'ssl.TLSVersion.TLSv1_1'] } },
          },
        ],
        javascript: [
          {
            assigned: ['*.minVersion', '*.secureProtocol', '*.maxVersion'],
            entries: true,
            when: { at: 'result', is: { text: '^(SSLv|TLSv1(\\.1)?$|TLSv1(_1)?_method)' } },
          },
        ],
        java: [call(['SSLContext.getInstance'], { at: '0', is: { text: '^(SSL|SSLv2|SSLv3|TLSv1|TLSv1\\.1)$' } })],
        go: [
          {
            assigned: ['*.MinVersion'],
            entries: true,
            when: { at: 'result', is: { path: ['tls.VersionSSL30', 'tls.VersionTLS10', 'tls.VersionTLS11'] } },
          },
        ],
        c: [call(['SSLv2_method', 'SSLv3_method', 'SSLv23_client_method', 'TLSv1_method', 'TLSv1_client_method', 'TLSv1_1_method'])],
      },
      examples: [
        {
          language: 'python',
          bad: 'import ssl\n\ndef context():\n    return ssl.SSLContext(ssl.PROTOCOL_TLSv1)\n',
          good: 'import ssl\n\ndef context():\n    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)\n',
        },
        {
          language: 'javascript',
          bad: "const tls = require('tls');\nexports.open = (host) => tls.connect(443, host, { minVersion: 'TLSv1' });\n",
          good: "const tls = require('tls');\nexports.open = (host) => tls.connect(443, host, { minVersion: 'TLSv1.2' });\n",
        },
        {
          language: 'java',
          bad: 'import javax.net.ssl.SSLContext;\nclass Fetch {\n  static SSLContext context() throws Exception { return SSLContext.getInstance("SSLv3"); }\n}\n',
          good: 'import javax.net.ssl.SSLContext;\nclass Fetch {\n  static SSLContext context() throws Exception { return SSLContext.getInstance("TLSv1.3"); }\n}\n',
        },
        {
          language: 'go',
          bad: 'package fetch\n\nimport "crypto/tls"\n\nfunc Settings() *tls.Config {\n\treturn &tls.Config{MinVersion: tls.VersionTLS10}\n}\n',
          good: 'package fetch\n\nimport "crypto/tls"\n\nfunc Settings() *tls.Config {\n\treturn &tls.Config{MinVersion: tls.VersionTLS12}\n}\n',
        },
        {
          language: 'c',
          bad: '#include <openssl/ssl.h>\nSSL_CTX *context(void) { return SSL_CTX_new(TLSv1_method()); }\n',
          good: '#include <openssl/ssl.h>\nSSL_CTX *context(void) { return SSL_CTX_new(TLS_method()); }\n',
        },
      ],
    },
  ],
};
