import type { Condition, RuleGroup, Sink } from './rule.ts';

/** A text is put together and input still stands in it. */
const joined = (at: string): Condition => ({ at, is: { any: ['built', { text: '◆' }] } });

const execute = ['execute', 'executemany', 'executescript'];

const sqlVerb =
  '^\\s*(select\\b.*\\bfrom\\b|insert\\s+into\\b|update\\b.*\\bset\\b|delete\\s+from\\b|drop\\s+table\\b|alter\\s+table\\b|create\\s+table\\b|replace\\s+into\\b)[^]*◆';

/** A statement put together in a function that hands it to somebody whom this file does not know. */
const builtStatement: Sink = {
  built: true,
  hint: '\\b(select|insert|update|delete|drop|alter|create|replace)\\b',
  when: { at: 'result', is: { text: sqlVerb, flags: 'i' } },
};

export const sql: RuleGroup = {
  name: 'sql',
  types: {
    python: [
      { name: 'sqlite3.connect()', is: 'sqlite3.Connection' },
      { name: 'sqlite3.Connection.cursor()', is: 'sqlite3.Cursor' },
      { name: 'pymongo.MongoClient()', is: 'pymongo.MongoClient' },
    ],
    java: [{ name: 'DriverManager.getConnection()', is: 'java.sql.Connection' }],
    go: [{ name: 'sql.Open()', is: 'database/sql.DB' }],
  },
  sanitizers: {
    python: [
      { call: ['psycopg2.sql.Identifier', 'psycopg2.sql.Literal', 'psycopg.sql.Identifier', 'psycopg.sql.Literal'], clears: ['sql'] },
      { call: ['*.escape_string', '*.quote_ident', '*.mogrify', 'pymysql.converters.escape_string'], clears: ['sql'] },
    ],
    javascript: [
      {
        call: ['*.escape', '*.escapeId', 'mysql.escape', 'mysql.escapeId', 'sqlstring.escape', 'pg-format.default', 'pg-format'],
        clears: ['sql'],
      },
    ],
    java: [{ call: ['*.enquoteLiteral', '*.enquoteIdentifier', 'StringEscapeUtils.escapeSql'], clears: ['sql'] }],
    go: [{ call: ['pq.QuoteIdentifier', 'pq.QuoteLiteral', 'pgx.Identifier.Sanitize'], clears: ['sql'] }],
    c: [{ call: ['sqlite3_mprintf', 'mysql_real_escape_string', 'PQescapeLiteral', 'PQescapeIdentifier'], clears: ['sql'] }],
  },
  rules: [
    {
      id: 'sql-from-input',
      cwe: 'CWE-89',
      also: ['CWE-943'],
      severity: 'high',
      kind: 'sql',
      message: 'Input becomes part of a statement that the database runs: hand it over as a parameter.',
      sinks: {
        python: [
          { call: execute.map((name) => `*.${name}`), args: ['0'], when: joined('0') },
          {
            call: ['*.raw', '*.extra', '*.read_sql', 'pandas.read_sql', 'pandas.read_sql_query', 'sqlalchemy.text', '*.RawSQL'],
            args: ['0'],
            when: joined('0'),
          },
          { call: ['/^_?(run|exec|execute|do|db|fetch)_?(sql|query|db_?execute|all|one)$/i'], args: ['0'], when: joined('0') },
          builtStatement,
        ],
        javascript: [
          {
            call: [
              '*.query',
              '*.execute',
              '*.exec',
              '*.run',
              '*.all',
              '*.get',
              '*.each',
              '*.prepare',
              '*.raw',
              '*.$queryRawUnsafe',
              '*.$executeRawUnsafe',
              '*.literal',
            ],
            args: ['0'],
            when: { at: '0', is: { text: '\\b(select|insert|update|delete|replace|where|from|order by)\\b[^]*◆', flags: 'i' } },
          },
          { call: ['*.query', '*.execute', 'Sequelize.literal', 'sequelize.literal'], args: ['0'], when: { at: '0', is: 'built' } },
          {
            call: ['*.query'],
            args: ['0.text', '0.sql'],
            when: {
              any: [
                { at: '0.text', is: 'built' },
                { at: '0.sql', is: 'built' },
              ],
            },
          },
          builtStatement,
        ],
        java: [
          {
            call: [
              'executeQuery',
              'executeUpdate',
              'execute',
              'executeLargeUpdate',
              'addBatch',
              'prepareStatement',
              'prepareCall',
              'createQuery',
              'createNativeQuery',
              'createSQLQuery',
              'nativeSQL',
            ].map((name) => `*.${name}`),
            args: ['0'],
            when: joined('0'),
          },
          {
            call: ['queryForObject', 'queryForList', 'queryForMap', 'queryForRowSet', 'batchUpdate'].map((name) => `*.${name}`),
            args: ['0'],
            when: joined('0'),
          },
          builtStatement,
        ],
        go: [
          { call: ['Query', 'QueryRow', 'Exec', 'Prepare'].map((name) => `*.${name}`), args: ['0'], when: joined('0') },
          {
            call: ['QueryContext', 'QueryRowContext', 'ExecContext', 'PrepareContext'].map((name) => `*.${name}`),
            args: ['1'],
            when: joined('1'),
          },
          { call: ['*.Raw', '*.Where', '*.Order', '*.Having'], args: ['0'], when: { at: '0', is: 'built' } },
          builtStatement,
        ],
        c: [
          {
            call: [
              'sqlite3_exec',
              'sqlite3_prepare',
              'sqlite3_prepare_v2',
              'sqlite3_prepare_v3',
              'mysql_query',
              'mysql_real_query',
              'PQexec',
              'PQprepare',
              'sqlite3_get_table',
            ],
            args: ['1'],
          },
          { call: ['sprintf'], args: ['2+'], when: { at: '1', is: { text: '^\\s*(select|insert|update|delete)\\b[^]*%s', flags: 'i' } } },
          { call: ['snprintf'], args: ['3+'], when: { at: '2', is: { text: '^\\s*(select|insert|update|delete)\\b[^]*%s', flags: 'i' } } },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'import sqlite3\n\ndef find(db: sqlite3.Connection, name):\n    return db.execute("SELECT id FROM plant WHERE name = \'" + name + "\'").fetchall()\n',
          good: 'import sqlite3\n\ndef find(db: sqlite3.Connection, name):\n    return db.execute("SELECT id FROM plant WHERE name = ?", (name,)).fetchall()\n',
        },
        {
          language: 'python',
          bad: 'def listing(cursor, column):\n    cursor.execute(f"SELECT * FROM plant ORDER BY {column}")\n    return cursor.fetchall()\n',
          good: 'COLUMNS = {"name", "height"}\n\ndef listing(cursor, column):\n    if column not in COLUMNS:\n        raise ValueError(column)\n    cursor.execute(f"SELECT * FROM plant ORDER BY {column}")\n    return cursor.fetchall()\n',
          note: 'a name of a column can be no parameter: it is looked up among those that there are',
        },
        {
          language: 'python',
          bad: 'from flask import request\n\ndef show(cursor):\n    number = request.args["id"]\n    sql = "SELECT name FROM plant WHERE id = %s" % number\n    cursor.execute(sql)\n',
          good: 'from flask import request\n\ndef show(cursor):\n    number = int(request.args["id"])\n    sql = "SELECT name FROM plant WHERE id = %s" % number\n    cursor.execute(sql)\n',
        },
        {
          language: 'javascript',
          bad: "exports.find = (db, name) => db.all(`SELECT id FROM plant WHERE name = '${name}'`);\n",
          good: "exports.find = (db, name) => db.all('SELECT id FROM plant WHERE name = ?', [name]);\n",
        },
        {
          language: 'typescript',
          bad: "const directions: Record<string, string> = { up: 'ASC', down: 'DESC' };\nexport const list = (db: any, way: string) => db.query('SELECT * FROM plant ORDER BY name ' + way);\n",
          good: "const directions: Record<string, string> = { up: 'ASC', down: 'DESC' };\nexport const list = (db: any, way: string) => db.query('SELECT * FROM plant ORDER BY name ' + (way === 'down' ? 'DESC' : 'ASC'));\n",
        },
        {
          language: 'java',
          bad: 'import java.sql.*;\nclass Plants {\n  ResultSet find(Connection db, String name) throws SQLException {\n    return db.createStatement().executeQuery("SELECT id FROM plant WHERE name = \'" + name + "\'");\n  }\n}\n',
          good: 'import java.sql.*;\nclass Plants {\n  ResultSet find(Connection db, String name) throws SQLException {\n    PreparedStatement statement = db.prepareStatement("SELECT id FROM plant WHERE name = ?");\n    statement.setString(1, name);\n    return statement.executeQuery();\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package plants\n\nimport (\n\t"database/sql"\n\t"fmt"\n)\n\nfunc Find(db *sql.DB, name string) (*sql.Rows, error) {\n\treturn db.Query(fmt.Sprintf("SELECT id FROM plant WHERE name = \'%s\'", name))\n}\n',
          good: 'package plants\n\nimport "database/sql"\n\nfunc Find(db *sql.DB, name string) (*sql.Rows, error) {\n\treturn db.Query("SELECT id FROM plant WHERE name = ?", name)\n}\n',
        },
        {
          language: 'c',
          bad: '#include <sqlite3.h>\n#include <stdio.h>\nint find(sqlite3 *db, const char *name) {\n  char sql[256];\n  snprintf(sql, sizeof sql, "SELECT id FROM plant WHERE name = \'%s\'", name);\n  return sqlite3_exec(db, sql, 0, 0, 0);\n}\n',
          good: '#include <sqlite3.h>\nint find(sqlite3 *db, const char *name) {\n  sqlite3_stmt *s;\n  if (sqlite3_prepare_v2(db, "SELECT id FROM plant WHERE name = ?", -1, &s, 0)) return 1;\n  sqlite3_bind_text(s, 1, name, -1, SQLITE_TRANSIENT);\n  return sqlite3_step(s);\n}\n',
        },
      ],
    },
  ],
};
