import type { Language, NonEmpty } from '../../core/index.ts';
import type { Control } from '../analyzer.ts';
import { shellPrograms } from './shell-programs.ts';

const sql: Partial<Record<Language, string>> = {
  python: `import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/orders")
def orders():
    connection = sqlite3.connect("shop.db")
    query = "SELECT id FROM orders WHERE customer = '%s'" % request.args.get("customer")
    return str(connection.cursor().execute(query).fetchall())
`,
  javascript: `const express = require('express');
const mysql = require('mysql');

const connection = mysql.createConnection({});
const app = express();
app.get('/orders', (req, res) => {
  connection.query("SELECT id FROM orders WHERE customer = '" + req.query.customer + "'", (err, rows) => res.json(rows));
});
`,
  typescript: `import express from 'express';
import mysql from 'mysql';

const connection = mysql.createConnection({});
const app = express();
app.get('/orders', (req, res) => {
  connection.query("SELECT id FROM orders WHERE customer = '" + req.query.customer + "'", (err, rows) => res.json(rows));
});
`,
  java: `import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

class Orders {
  ResultSet of(Connection connection, Socket socket) throws IOException, SQLException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream()));
    return connection.createStatement().executeQuery("SELECT id FROM orders WHERE customer = '" + lines.readLine() + "'");
  }
}
`,
  go: `package main

import (
	"database/sql"
	"net/http"
)

func orders(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		rows, err := db.Query("SELECT id FROM orders WHERE customer = '" + r.URL.Query().Get("customer") + "'")
		if err != nil {
			w.WriteHeader(500)
			return
		}
		defer rows.Close()
	}
}

func main() {
	http.HandleFunc("/orders", orders(nil))
}
`,
};

/** Memory errors, for tools of C that know no outside data. */
const memory: Readonly<Record<'c' | 'cpp', string>> = {
  c: `#include <stdlib.h>

int last(int value) {
  int *p = malloc(sizeof *p);
  if (p == NULL) return -1;
  *p = value;
  free(p);
  return *p;
}
`,
  cpp: `#include <cstdlib>

int last(int value) {
  int *p = static_cast<int *>(std::malloc(sizeof *p));
  if (p == nullptr) return -1;
  *p = value;
  std::free(p);
  return *p;
}
`,
};

const isC = (language: Language): language is 'c' | 'cpp' => language === 'c' || language === 'cpp';

export const controlKinds = ['CWE-78', 'CWE-89', 'CWE-416'] as const;
export type ControlKind = (typeof controlKinds)[number];

/** A control of the kind that is asked for, for each language; where a language has none of it, the shell command stands in. */
export const controlsOf = (languages: NonEmpty<Language>, kind: ControlKind): NonEmpty<Control> => {
  const of = (language: Language): Control => {
    const bad = kind === 'CWE-89' ? sql[language] : kind === 'CWE-416' && isC(language) ? memory[language] : undefined;
    const { good } = shellPrograms[language];
    if (bad === undefined) return { language, name: 'a shell command built from outside data', cwe: 'CWE-78', ...shellPrograms[language] };
    return { language, name: kind === 'CWE-89' ? 'SQL built from outside data' : 'memory used after it is freed', cwe: kind, bad, good };
  };
  const [first, ...rest] = languages;
  return [of(first), ...rest.map(of)];
};

/** A shell command built from outside data, in each of the languages. */
export const shellControls = (languages: NonEmpty<Language>): NonEmpty<Control> => controlsOf(languages, 'CWE-78');
