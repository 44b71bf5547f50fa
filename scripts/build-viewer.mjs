// Builds viewer/ into dist/viewer/report.html, or into the folder that is given: one page, no files beside it, no network.
// A stamp of the sources' content makes the second build immediate.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const outFolder = resolve(process.argv[2] ?? join(root, 'dist/viewer'));
const outFile = join(outFolder, 'report.html');
const stampFile = join(outFolder, '.stamp');

/** The page's sources and what it imports of src/report. The lock file stands for the packages. */
const sourcesOf = async () => {
  const files = ['package-lock.json', 'scripts/build-viewer.mjs'];
  for (const folder of ['viewer', 'src/report', 'src/core', 'src/metrics']) {
    const names = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    files.push(...names.filter((name) => name.isFile()).map((name) => join(name.parentPath, name.name).slice(root.length)));
  }
  return files.sort();
};

const stampOf = async () => {
  const hash = createHash('sha256');
  for (const file of await sourcesOf()) {
    hash
      .update(file)
      .update('\0')
      .update(await readFile(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
};

const readIfThere = async (file) => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
};

const hashSource = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const contentsOf = (page, tag) => [...page.matchAll(new RegExp(`<${tag}\\b[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))].map((match) => match[1]);

/** Only the page's own script and styles may run; nothing may be fetched, framed or sent; no text can become markup. */
const withPolicy = (page) => {
  const scripts = contentsOf(page, 'script').map(hashSource).join(' ');
  const styles = contentsOf(page, 'style').map(hashSource).join(' ');
  const policy = [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return page.replace('<meta charset="utf-8">', `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">`);
};

const buildPage = async () => {
  const [{ build }, { viteSingleFile }] = await Promise.all([import('vite'), import('vite-plugin-singlefile')]);
  const result = await build({
    root: join(root, 'viewer'),
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [viteSingleFile({ removeViteModuleLoader: true })],
    build: { write: false, target: 'es2022', cssCodeSplit: false, modulePreload: false },
  });
  const output = (Array.isArray(result) ? result[0] : result).output;
  const page = output.find((file) => file.fileName === 'index.html');
  if (page === undefined || output.length !== 1) {
    throw new Error(`vite made ${output.map((file) => file.fileName).join(', ')}; expected index.html alone`);
  }
  return withPolicy(String(page.source));
};

const stamp = await stampOf();
if ((await readIfThere(stampFile)) === stamp && (await readIfThere(outFile)) !== undefined) {
  console.log(`${outFile} is up to date`);
} else {
  const page = await buildPage();
  await mkdir(outFolder, { recursive: true });
  await writeFile(outFile, page);
  await writeFile(stampFile, stamp);
  console.log(`${outFile}: ${(page.length / 1024).toFixed(0)} KB`);
}
