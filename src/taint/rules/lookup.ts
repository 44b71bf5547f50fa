import type { Condition, RuleGroup, Sink } from './rule.ts';

/** A text is put together and input still stands in it. */
const joined = (at: string): Condition => ({ at, is: { any: ['built', { text: '◆' }] } });

/** A filter as it is written: of attributes that directories have, or of several conditions. */
const builtFilter: Sink = {
  built: true,
  hint: '\\([&|!]|(uid|cn|sn|ou|dc|mail|member|memberOf|givenName|displayName|sAMAccountName|userPrincipalName|objectClass|telephoneNumber|employee\\w+)[~<>]?=',
  when: {
    at: 'result',
    is: {
      text: '^\\((?:[&|!]+\\([^]*\\([a-zA-Z][\\w;-]*|(?:[&|!]+\\()?(?:uid|cn|sn|ou|dc|mail|member|memberOf|givenName|displayName|sAMAccountName|userPrincipalName|objectClass|telephoneNumber|employee\\w+))[~<>]?=\\*?◆',
    },
  },
};

export const lookup: RuleGroup = {
  name: 'lookup',
  rules: [
    {
      id: 'query-document-from-input',
      cwe: 'CWE-943',
      also: ['CWE-89'],
      severity: 'high',
      kind: 'nosql',
      message: 'Input becomes part of a query document and may bring operators of its own: make it a string first, or use $eq.',
      sinks: {
        python: [
          {
            call: ['find', 'find_one', 'update_one', 'delete_one', 'delete_many', 'count_documents', 'aggregate'].map(
              (name) => `*.${name}`,
            ),
            args: ['0.$where', '0.$expr'],
            when: { at: '0', is: 'map' },
          },
        ],
        javascript: [
          {
            call: [
              'findOne',
              'findOneAndUpdate',
              'findOneAndDelete',
              'deleteOne',
              'deleteMany',
              'updateOne',
              'updateMany',
              'countDocuments',
            ].map((name) => `*.${name}`),
            args: ['0', '0.*'],
          },
          { call: ['*.find', '*.count', '*.remove'], args: ['0.*', '0.$where'] },
        ],
      },
      sanitizers: {
        javascript: [
          {
            call: [
              'String',
              '*.toString',
              'JSON.stringify',
              'mongo-sanitize',
              'mongo-sanitize.default',
              'ObjectId',
              'mongodb.ObjectId',
              'mongoose.Types.ObjectId',
            ],
            clears: ['nosql'],
          },
          { operator: ['template', '+'], clears: ['nosql'] },
        ],
        python: [{ call: ['bson.ObjectId', 'bson.objectid.ObjectId', 'str'], clears: ['nosql'] }],
      },
      examples: [
        {
          language: 'javascript',
          bad: 'exports.enter = async (request, users) => users.findOne({ name: request.body.name, word: request.body.word });\n',
          good: 'exports.enter = async (request, users) => users.findOne({ name: String(request.body.name), word: String(request.body.word) });\n',
        },
        {
          language: 'javascript',
          bad: 'exports.enter = async (request, users) => {\n  const { name } = request.body;\n  return users.findOne({ name });\n};\n',
          good: "exports.enter = async (request, users) => {\n  const { name } = request.body;\n  if (typeof name !== 'string') throw new TypeError('name');\n  return users.findOne({ name });\n};\n",
        },
        {
          language: 'python',
          bad: 'def enter(users, name):\n    return users.find_one({"$where": "this.name == \'" + name + "\'"})\n',
          good: 'def enter(users, name):\n    return users.find_one({"name": str(name)})\n',
        },
      ],
    },
    {
      id: 'directory-filter-from-input',
      cwe: 'CWE-90',
      severity: 'high',
      kind: 'ldap',
      message: 'Input becomes part of a directory filter and may close it: escape it.',
      sinks: {
        python: [
          {
            call: ['*.search', '*.search_s', '*.search_st', '*.search_ext', '*.search_ext_s'],
            args: ['*'],
            when: {
              any: ['0', '1', '2', ':search_filter', ':filterstr', ':search_base'].map(
                (at): Condition => ({ at, is: { text: '(\\(|=)[^]*◆' } }),
              ),
            },
          },
          builtFilter,
        ],
        javascript: [
          {
            call: ['*.search'],
            args: ['0', '1.filter'],
            when: {
              any: [
                { at: '1.filter', is: 'built' },
                { at: '0', is: { text: '=◆' } },
              ],
            },
          },
          builtFilter,
        ],
        java: [
          {
            call: ['*.search'],
            args: ['0', '1'],
            when: {
              any: [
                { at: '1', is: { text: '\\([^]*=◆' } },
                { at: '0', is: { text: '=◆' } },
              ],
            },
          },
        ],
        go: [{ call: ['ldap.NewSearchRequest'], args: ['6', '0'] }, builtFilter],
      },
      sanitizers: {
        python: [
          {
            call: [
              'ldap.filter.escape_filter_chars',
              'ldap3.utils.conv.escape_filter_chars',
              'ldap.dn.escape_dn_chars',
              'ldap3.utils.dn.escape_rdn',
              'ldap.filter.filter_format',
            ],
            clears: ['ldap'],
          },
        ],
        java: [
          {
            call: ['/^(escape|encode)_?(ldap|filter|for_?ldap|dn).*$/i', 'LdapEncoder.filterEncode', 'Rdn.escapeValue', '*.encodeForLDAP'],
            clears: ['ldap'],
          },
        ],
        javascript: [{ call: ['/^escape_?(ldap|filter|dn).*$/i', 'ldap-escape.filter'], clears: ['ldap'] }],
        go: [{ call: ['ldap.EscapeFilter', 'ldap.EscapeDN'], clears: ['ldap'] }],
      },
      examples: [
        {
          language: 'python',
          bad: 'import ldap\n\ndef find(server, name):\n    return server.search_s("ou=staff", ldap.SCOPE_SUBTREE, "(uid=" + name + ")")\n',
          good: 'import ldap\nfrom ldap.filter import escape_filter_chars\n\ndef find(server, name):\n    return server.search_s("ou=staff", ldap.SCOPE_SUBTREE, "(uid=" + escape_filter_chars(name) + ")")\n',
        },
        {
          language: 'java',
          bad: 'import javax.naming.directory.*;\nclass Staff {\n  Object find(DirContext directory, String name) throws Exception {\n    return directory.search("ou=staff", "(uid=" + name + ")", new SearchControls());\n  }\n}\n',
          good: 'import javax.naming.directory.*;\nclass Staff {\n  Object find(DirContext directory, String name) throws Exception {\n    return directory.search("ou=staff", "(uid={0})", new Object[] { name }, new SearchControls());\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package staff\n\nimport (\n\t"fmt"\n\n\t"github.com/go-ldap/ldap/v3"\n)\n\nfunc Query(name string) *ldap.SearchRequest {\n\tfilter := fmt.Sprintf("(uid=%s)", name)\n\treturn ldap.NewSearchRequest("ou=staff", 2, 0, 0, 0, false, filter, nil, nil)\n}\n',
          good: 'package staff\n\nimport (\n\t"fmt"\n\n\t"github.com/go-ldap/ldap/v3"\n)\n\nfunc Query(name string) *ldap.SearchRequest {\n\tfilter := fmt.Sprintf("(uid=%s)", ldap.EscapeFilter(name))\n\treturn ldap.NewSearchRequest("ou=staff", 2, 0, 0, 0, false, filter, nil, nil)\n}\n',
        },
        {
          language: 'javascript',
          bad: "exports.find = (client, name, done) => client.search('ou=staff', { filter: `(uid=${name})` }, done);\n",
          good: "const { EqualityFilter } = require('ldapjs');\nexports.find = (client, name, done) => client.search('ou=staff', { filter: new EqualityFilter({ attribute: 'uid', value: name }) }, done);\n",
        },
      ],
    },
    {
      id: 'xpath-from-input',
      cwe: 'CWE-643',
      also: ['CWE-91'],
      severity: 'high',
      kind: 'xpath',
      message: 'Input becomes part of an XPath expression and may change what it selects: hand it over as a variable.',
      sinks: {
        python: [
          {
            call: ['*.xpath', '*.findall', '*.find', '*.iterfind', 'lxml.etree.XPath', 'lxml.etree.ETXPath'],
            args: ['0'],
            when: { at: '0', is: { text: '(\\[|//|@|=\\s*[\'"])[^]*◆' } },
          },
        ],
        javascript: [{ call: ['xpath.select', 'xpath.select1', 'xpath.parse', '*.evaluate'], args: ['0'], when: joined('0') }],
        java: [
          {
            call: ['*.compile', '*.evaluate', '*.selectNodes', '*.selectSingleNode'],
            args: ['0'],
            when: { at: '0', is: { text: '(//|\\[|@)[^]*◆' } },
          },
        ],
        go: [
          {
            call: ['Find', 'FindOne', 'Query', 'QueryAll'].flatMap((name) => [`xmlquery.${name}`, `htmlquery.${name}`]),
            args: ['1'],
          },
          { call: ['xpath.Compile', 'xpath.MustCompile', 'xmlpath.Compile', 'xmlpath.MustCompile'], args: ['0'] },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'from lxml import etree\n\ndef find(tree, name):\n    return tree.xpath("//plant[@name=\'%s\']" % name)\n',
          good: 'from lxml import etree\n\ndef find(tree, name):\n    return tree.xpath("//plant[@name=$name]", name=name)\n',
        },
        {
          language: 'java',
          bad: 'import javax.xml.xpath.*;\nclass Plants {\n  String find(XPath path, Object tree, String name) throws Exception {\n    return path.evaluate("//plant[@name=\'" + name + "\']", tree);\n  }\n}\n',
          good: 'import javax.xml.xpath.*;\nclass Plants {\n  String find(XPath path, Object tree, String name) throws Exception {\n    path.setXPathVariableResolver(variable -> name);\n    return path.evaluate("//plant[@name=$name]", tree);\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package shop\n\nimport "github.com/antchfx/xmlquery"\n\nfunc Item(page *xmlquery.Node, name string) *xmlquery.Node {\n\treturn xmlquery.FindOne(page, "//item[@name=\'"+name+"\']")\n}\n',
          good: 'package shop\n\nimport (\n\t"errors"\n\t"regexp"\n\n\t"github.com/antchfx/xmlquery"\n)\n\nvar plain = regexp.MustCompile(`^[a-z0-9]+$`)\n\nfunc Item(page *xmlquery.Node, name string) (*xmlquery.Node, error) {\n\tif !plain.MatchString(name) {\n\t\treturn nil, errors.New("no such item")\n\t}\n\treturn xmlquery.FindOne(page, "//item[@name=\'"+name+"\']"), nil\n}\n',
        },
        {
          language: 'javascript',
          bad: "const xpath = require('xpath');\nexports.find = (tree, name) => xpath.select(`//plant[@name='${name}']`, tree);\n",
          good: "const xpath = require('xpath');\nconst byName = xpath.parse('//plant[@name=$name]');\nexports.find = (tree, name) => byName.select({ node: tree, variables: { name } });\n",
        },
      ],
    },
  ],
};
