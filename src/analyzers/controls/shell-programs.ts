import type { Language } from '../../core/index.ts';

/**
 * For tools that a user brings. Data comes from where every tool of the language believes it to be hostile (a web request, a socket, the
 * command line), and reaches the shell. The good programs start nothing: some tools complain of every start of a process.
 */
export const shellPrograms: Readonly<Record<Language, { readonly bad: string; readonly good: string }>> = {
  python: {
    bad: `import os

from flask import Flask, request

app = Flask(__name__)


@app.route("/count")
def count():
    name = request.args.get("name", "")
    os.system("wc -l " + name)
    return "counted"
`,
    good: `from flask import Flask

app = Flask(__name__)


@app.route("/count")
def count():
    return "counted"
`,
  },
  javascript: {
    bad: `const express = require('express');
const { exec } = require('child_process');

const app = express();
app.get('/count', (req, res) => {
  exec('wc -l ' + req.query.name, () => res.end());
});
`,
    good: `const express = require('express');

const app = express();
app.get('/count', (req, res) => {
  res.end();
});
`,
  },
  typescript: {
    bad: `import { exec } from 'child_process';
import express from 'express';

const app = express();
app.get('/count', (req, res) => {
  exec('wc -l ' + req.query.name, () => res.end());
});
`,
    good: `import express from 'express';

const app = express();
app.get('/count', (req, res) => {
  res.end();
});
`,
  },
  java: {
    bad: `import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

class Counter {
  void count(Socket socket) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream()));
    String name = lines.readLine();
    Runtime.getRuntime().exec("sh -c 'wc -l " + name + "'");
  }
}
`,
    good: `class Counter {
  int count(String name) {
    return name.length();
  }
}
`,
  },
  go: {
    bad: `package main

import (
	"net/http"
	"os/exec"
)

func count(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	if err := exec.Command("sh", "-c", "wc -l "+name).Run(); err != nil {
		w.WriteHeader(500)
	}
}

func main() {
	http.HandleFunc("/count", count)
}
`,
    good: `package main

func count(name string) int {
	return len(name)
}

func main() {
	println(count("notes"))
}
`,
  },
  c: {
    bad: `#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  char line[256];
  if (argc < 2) return 1;
  snprintf(line, sizeof line, "wc -l %s", argv[1]);
  return system(line);
}
`,
    good: `int main(int argc, char **argv) {
  (void)argv;
  return argc > 1;
}
`,
  },
  cpp: {
    bad: `#include <cstdlib>
#include <string>

int main(int argc, char **argv) {
  if (argc < 2) return 1;
  const std::string line = std::string("wc -l ") + argv[1];
  return std::system(line.c_str());
}
`,
    good: `int main(int argc, char **) {
  return argc > 1;
}
`,
  },
};
