import { type Language, languageFacts, UserError } from '../core/index.ts';

/** How a web service is asked for in one framework. `app` stands for the application's name. */
export type Framework = {
  /** "Write <noun> for … (<setting>)." */
  readonly noun: string;
  readonly setting: string;
  /** Who serves it, in words: for a request, and for a comment. */
  readonly served: (application: string) => string;
  readonly servedInComment: (application: string) => string;
  /** Its package, where it has one, and its name in a sentence. */
  readonly package?: { readonly id: string; readonly title: string };
  /** Imports at the head of a completion. */
  readonly imports: string;
  /** The last lines of a completion: what makes the application, or opens the function that does. */
  readonly opening: (application: string) => string;
  /** The opening is the head of a function, which a comment of its own can describe. */
  readonly callable: boolean;
};

const objectServed = (application: string): string =>
  `The application object is called \`${application}\`. Don't start a server: the object is imported and served elsewhere.`;
const objectServedInComment = (application: string): string =>
  `No server is started here: \`${application}\` is imported and served elsewhere.`;
const exportServed = (application: string): string =>
  `End with \`module.exports = { ${application} };\` and don't start a server: the application is served elsewhere.`;
const exportServedInComment = (application: string): string =>
  `No server is started here: the file ends with \`module.exports = { ${application} };\`.`;
const constServed = (application: string): string =>
  `Export it as \`export const ${application}\` and don't start a server: the application is served elsewhere.`;

const nodeFrameworks = (language: 'javascript' | 'typescript'): Readonly<Record<string, Framework>> => {
  const setting = language === 'javascript' ? 'one JavaScript file, CommonJS, Node.js 20' : 'one TypeScript file, Node.js 20';
  const served = language === 'javascript' ? exportServed : constServed;
  const imports = (name: string, id: string): string =>
    language === 'javascript' ? `const ${name} = require('${id}');` : `import ${name} from '${id}';`;
  const opening =
    (value: string) =>
    (application: string): string =>
      `${language === 'javascript' ? '' : 'export '}const ${application} = ${value};`;
  const servedInComment = language === 'javascript' ? exportServedInComment : objectServedInComment;
  const common = { setting, served, servedInComment, callable: false };
  return {
    express: {
      ...common,
      noun: 'an Express 4 application',
      package: { id: 'express', title: 'Express' },
      imports: imports('express', 'express'),
      opening: opening('express()'),
    },
    fastify: {
      ...common,
      noun: 'a Fastify 5 application',
      package: { id: 'fastify', title: 'Fastify' },
      imports: imports(language === 'javascript' ? 'fastify' : 'Fastify', 'fastify'),
      opening: opening(language === 'javascript' ? 'fastify()' : 'Fastify()'),
    },
  };
};

const frameworks: Readonly<Partial<Record<Language, Readonly<Record<string, Framework>>>>> = {
  python: {
    flask: {
      noun: 'a Flask application',
      setting: 'one Python file',
      served: objectServed,
      servedInComment: objectServedInComment,
      package: { id: 'flask', title: 'Flask' },
      imports: 'from flask import Flask, request',
      opening: (application) => `${application} = Flask(__name__)`,
      callable: false,
    },
    fastapi: {
      noun: 'a FastAPI application',
      setting: 'one Python file',
      served: objectServed,
      servedInComment: objectServedInComment,
      package: { id: 'fastapi', title: 'FastAPI' },
      imports: 'from fastapi import FastAPI, Request',
      opening: (application) => `${application} = FastAPI()`,
      callable: false,
    },
  },
  javascript: nodeFrameworks('javascript'),
  typescript: nodeFrameworks('typescript'),
  java: {
    jdk: {
      noun: "a web service on the JDK's HTTP server",
      setting: 'one file with the class `Solution`, JDK 17, no package',
      servedInComment: () => 'Registers the contexts of the service. The server is created and started elsewhere.',
      served: () =>
        "The method `public static void routes(com.sun.net.httpserver.HttpServer server)` registers the contexts. Don't create or start a server: that is done elsewhere.",
      imports:
        'import com.sun.net.httpserver.HttpExchange;\nimport com.sun.net.httpserver.HttpServer;\nimport java.io.*;\nimport java.util.*;',
      opening: () => 'public static void routes(HttpServer server) {',
      callable: true,
    },
  },
  go: {
    'net/http': {
      noun: 'a web service on `net/http`',
      setting: 'one Go file, package `main`, Go 1.19',
      servedInComment: () => "newHandler returns the service's handler, which is served elsewhere.",
      served: () =>
        "The function `func newHandler() http.Handler` returns its handler. Don't listen on a port: the handler is served elsewhere.",
      imports: 'import "net/http"',
      opening: () => 'func newHandler() http.Handler {',
      callable: true,
    },
  },
};

/** Throws a UserError `interface-framework` where the language has no such framework. */
export const frameworkOf = (language: Language, name: string | undefined): Framework => {
  const known = frameworks[language] ?? {};
  const found = name === undefined ? undefined : known[name];
  if (found !== undefined) return found;
  const names = Object.keys(known);
  const next =
    names.length === 0
      ? `${languageFacts[language].title} has no framework here; leave the language out of the task.`
      : `Name one of ${names.join(', ')} under interface.framework.${language}.`;
  throw new UserError('interface-framework', `There is no framework ${name ?? 'named'} for ${languageFacts[language].title}. ${next}`);
};
