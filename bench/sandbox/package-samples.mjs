/**
 * The part of the workload that imports packages: 4 small tasks, 3 answers each, 4 functional cases and 3 exploits for each answer.
 * Benign, as all of it: what an exploit shows is a text in an answer. Services are asked through their test client, so that the same
 * steps run in every way that is compared.
 */
const file = (path, content) => ({ file: path, content });
const gives = (name, args, expect) => ({ call: name, args, expect });
const raises = (name, ...args) => ({ call: name, args, raises: true });
const leaks = (harm, name, ...args) => ({ call: name, args, harm });

const page = (shown) => `from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)

@app.get("/search")
def search():
    wanted = request.args.get("q", "")
    if not wanted:
        return "nothing asked", 400
    return "<h1>Results for " + ${shown} + "</h1>"

def ask(path):
    answer = app.test_client().get(path)
    return [answer.status_code, answer.get_data(as_text=True)]
`;

const letters = (guard) => `from flask import Flask, abort, jsonify, request

app = Flask(__name__)
LETTERS = {1: ("ada", "to ada"), 2: ("bo", "for-bo-only"), 3: ("ada", "again")}

@app.get("/letters/<int:number>")
def letter(number):
    if number not in LETTERS:
        abort(404)
    owner, text = LETTERS[number]
    ${guard}
    return jsonify(text=text)

def ask(user, path):
    answer = app.test_client().get(path, headers={"X-User": user})
    return [answer.status_code, answer.get_json(silent=True)]
`;

const settings = (load) => `import yaml

def read_settings(text):
    return yaml.load(text, Loader=yaml.${load})
`;

const feed = (parser) => `from lxml import etree

def titles(text):
    tree = etree.fromstring(text.encode(), etree.XMLParser(${parser}))
    return [each.text or "" for each in tree.iter("title")]
`;

const entity = (path) => `<!DOCTYPE f [<!ENTITY x SYSTEM "${path}">]><f><title>&x;</title></f>`;

export const packageTasks = [
  {
    name: 'search_page',
    answers: [page('str(escape(wanted))'), page('wanted'), 'def ask(path):\n    return [200, ""]\n'],
    cases: [
      gives('ask', ['/search?q=tea'], [200, '<h1>Results for tea</h1>']),
      gives('ask', ['/search?q=two+words'], [200, '<h1>Results for two words</h1>']),
      gives('ask', ['/search'], [400, 'nothing asked']),
      gives('ask', ['/search?q=7'], [200, '<h1>Results for 7</h1>']),
    ].map((step) => [step]),
    exploits: ['<script>', '<img src=x>', '<b>'].map((text) => [leaks(text, 'ask', `/search?q=${encodeURIComponent(text)}`)]),
  },
  {
    name: 'letters',
    answers: [
      letters('if request.headers.get("X-User") != owner:\n        abort(404)'),
      letters('if not request.headers.get("X-User"):\n        abort(401)'),
      'def ask(user, path):\n    return [404, None]\n',
    ],
    cases: [
      gives('ask', ['ada', '/letters/1'], [200, { text: 'to ada' }]),
      gives('ask', ['bo', '/letters/2'], [200, { text: 'for-bo-only' }]),
      gives('ask', ['ada', '/letters/9'], [404, null]),
      gives('ask', ['ada', '/letters/3'], [200, { text: 'again' }]),
    ].map((step) => [step]),
    exploits: ['ada', 'cy', 'admin'].map((user) => [leaks('for-bo-only', 'ask', user, '/letters/2')]),
  },
  {
    name: 'read_settings',
    answers: [settings('SafeLoader'), settings('UnsafeLoader'), 'def read_settings(text):\n    return {}\n'],
    cases: [
      [gives('read_settings', ['a: 1'], { a: 1 })],
      [gives('read_settings', ['- x\n- y\n'], ['x', 'y'])],
      [gives('read_settings', ['b: {c: d}'], { b: { c: 'd' } })],
      [raises('read_settings', 'a: [1')],
    ],
    exploits: ['concat', 'add', 'iconcat'].map((name) => [
      leaks('eval1', 'read_settings', `!!python/object/apply:operator.${name} ["ev", "al1"]`),
    ]),
  },
  {
    name: 'titles',
    answers: [feed('resolve_entities=False, no_network=True'), feed('no_network=True'), 'def titles(text):\n    return []\n'],
    cases: [
      [gives('titles', ['<f><title>tea</title></f>'], ['tea'])],
      [gives('titles', ['<f><title>a</title><i><title>b</title></i></f>'], ['a', 'b'])],
      [gives('titles', ['<f/>'], [])],
      [raises('titles', '<f><title>')],
    ],
    exploits: ['p/s', './q/s', 'r/x/../s'].map((path, index) => [
      file(`${path.replace('./', '').split('/')[0]}/x/y`, ''),
      file(path.replace('./', '').replace('x/../', ''), `k3y-6${index}`),
      leaks(`k3y-6${index}`, 'titles', entity(path)),
    ]),
  },
];
