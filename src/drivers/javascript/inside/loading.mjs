// Runs the candidate's file and finds what the task asks for, as models write it.
import Module from 'node:module';
import vm from 'node:vm';
import { isObject, messageOf, refuse, typeOf, wordOf } from './channel.mjs';
import { bare, describe, matchOf } from './originals.mjs';

const CJS_PARAMETERS = ['exports', 'require', 'module', '__filename', '__dirname'];

const parsesAs = (compile) => {
  try {
    compile();
    return undefined;
  } catch (error) {
    return error;
  }
};

export const missingModule = (error) => {
  if (!isObject(error)) return undefined;
  const code = wordOf(() => error.code, '');
  if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  const name = matchOf(/Cannot find (?:module|package) '([^']+)'/, messageOf(error))?.[1];
  // A file of its own that is not there is the candidate's mistake, not a missing package.
  if (name === undefined || name[0] === '.' || name[0] === '/') return undefined;
  return matchOf(/^(@[^/]+\/[^/]+|[^/]+)/, name)?.[1];
};

const positionOf = (error) => {
  const line = matchOf(
    /candidate\.[cm]?js:(\d+)/,
    wordOf(() => error.stack, ''),
  )?.[1];
  return line === undefined ? '' : ` (line ${line})`;
};

/** Says why the file could not be loaded: the package that it lacks, or what it raised. */
export const refuseThrown = (error) => {
  const module = missingModule(error);
  if (module !== undefined) refuse('missing-dependency', messageOf(error), module);
  else refuse('import', `${typeOf(error)}: ${messageOf(error)}${positionOf(error)}`);
};

/** Of several files: loads the entry as the others load each other. Its exports are all that can be found. */
const loadEntry = async (entry) => {
  let exports;
  try {
    exports = Module.createRequire(entry)(entry);
  } catch (error) {
    const code = wordOf(() => error.code, '');
    const stack = wordOf(() => error.stack, '');
    // Node puts the place before the stack of what does not parse; a SyntaxError that the code raises has none there.
    if (isObject(error) && matchOf(/^\/[^\n]*:\d+\n/, stack) !== null && typeOf(error) === 'SyntaxError')
      return { syntax: messageOf(error) };
    if (code !== 'ERR_REQUIRE_ESM') throw error;
    exports = await import(entry);
  }
  return { exports, names: {} };
};

/** Runs the file; yields its exports and the top-level names that it declares. */
export const loadFile = async ({ code, filename, module: modulePath, capture, entry }) => {
  if (entry !== undefined) return loadEntry(entry);
  const asCommon = parsesAs(() => vm.compileFunction(code, CJS_PARAMETERS, { filename }));
  if (asCommon === undefined) {
    const holder = new Module(filename, null);
    holder.filename = filename;
    holder.paths = Module._nodeModulePaths('/app');
    Module._cache[filename] = holder;
    holder._compile(`${code}\n;module.fathomNames = ${capture};`, filename);
    return { exports: holder.exports, names: describe(holder, 'fathomNames')?.value ?? {} };
  }
  const asModule = parsesAs(() => new vm.SourceTextModule(code, { identifier: filename }));
  if (asModule !== undefined) {
    const meant = matchOf(/^\s*(?:import|export)\b/m, code) === null ? asCommon : asModule;
    return { syntax: messageOf(meant) + positionOf(meant) };
  }
  const exports = await import(modulePath);
  return { exports, names: describe(exports, 'fathomNames')?.value ?? {} };
};

export const member = (object, name) => {
  try {
    return isObject(object) ? object[name] : undefined;
  } catch {
    return undefined;
  }
};

/** Where a name is found, most explicit first: exported, part of the default export, declared at the top level. */
export const candidates = (loaded, name) => {
  const main = member(loaded.exports, 'default');
  return [
    { holder: loaded.exports, value: member(loaded.exports, name) },
    { holder: main, value: member(main, name) },
    { holder: undefined, value: member(loaded.names, name) },
  ];
};

/** A module that is one function may leave it without a name: `module.exports = (x) => …`. */
const anonymous = (loaded, name) => {
  const values = [loaded.exports, member(loaded.exports, 'default')];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    const own = typeof value === 'function' ? wordOf(() => value.name, '') : undefined;
    if (own === '' || own === 'default' || own === name) return { holder: undefined, value };
  }
  return undefined;
};

export const firstOf = (places, isWanted) => {
  for (let index = 0; index < places.length; index += 1) if (isWanted(places[index].value)) return places[index];
  return undefined;
};

const isFunction = (value) => typeof value === 'function';

export const findFunctions = (loaded, names) => {
  const found = bare(null);
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index];
    const at = firstOf(candidates(loaded, name), isFunction) ?? (names.length === 1 ? anonymous(loaded, name) : undefined);
    if (at === undefined) return { missing: name };
    found[name] = { run: at.value, holder: at.holder };
  }
  return { found };
};
