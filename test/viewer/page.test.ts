import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelOf } from '../../src/pipeline/store/labels.ts';
import { html } from '../../src/report/html.ts';
import type { ReportInput } from '../../src/report/report.ts';
import { study, threeSystems } from '../report/support/study.ts';
import { chromiumPath, launch, noChromium } from './support/chromium.ts';
import { hostile } from './support/hostile-code.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const executable = chromiumPath();
const compress = (text: string): string => gzipSync(text).toString('base64');
type Opened = { readonly page: Page; readonly requests: string[]; readonly complaints: string[] };

describe.skipIf(executable === undefined)(`the page in Chromium${executable === undefined ? ` (skipped: ${noChromium})` : ''}`, () => {
  let browser: Browser;
  let folder: string;
  let template: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fathom-page-'));
    execFileSync(process.execPath, [join(root, 'scripts/build-viewer.mjs'), folder], { cwd: root });
    template = readFileSync(join(folder, 'report.html'), 'utf8');
    browser = await launch(executable ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (input: ReportInput, hash = '', width = 1280): Promise<Opened> => {
    const file = join(folder, `${Math.random().toString(36).slice(2)}.html`);
    writeFileSync(file, html({ template, compress }).render(input));
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${pathToFileURL(file).href}${hash}`);
    await page.waitForSelector('main');
    return { page, requests, complaints };
  };
  const small = study({ systems: threeSystems, samplesPerTask: 4 });
  const countOf = async (page: Page): Promise<string> => (await page.locator('.found > span').first().textContent()) ?? '';

  it('opens from disk, asks for nothing but itself, and has nothing to complain of', async () => {
    const { page, requests, complaints } = await open(small);
    await page.locator('nav a', { hasText: 'Samples' }).click();
    await page.locator('.list li a').first().click();
    await page.waitForSelector('.code .line');
    expect({ requests: requests.length, others: requests.filter((url) => !url.startsWith('file:')), complaints }).toEqual({
      requests: 1,
      others: [],
      complaints: [],
    });
  });

  it('shows every step of the iceberg for every system, measured or not', async () => {
    const { page } = await open(small);
    expect(await page.locator('.water .ice-row').count()).toBe(7);
    expect(await page.locator('.ice-row[data-step="functional"] .figures').count()).toBe(3);
    expect(await page.locator('.ice-row[data-step="judges"]').textContent()).toContain('the run has no judge');
  });

  it.each([1280, 400])('fits a window %i pixels wide', async (width) => {
    for (const hash of ['', `#/samples?sample=${encodeURIComponent(small.measured.samples[0]?.entry.id ?? '')}`]) {
      const { page } = await open(small, hash, width);
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    }
  });

  it('filters by a choice, says how many are left, and keeps the filter in the address', async () => {
    const { page } = await open(small, '#/samples');
    await page.getByLabel('System').selectOption('scripted/careful');
    await page.getByLabel('Language').selectOption('c');
    await expect.poll(() => countOf(page)).toBe('4 of 72');
    await expect.poll(() => page.url()).toContain('#/samples?system=scripted%2Fcareful&language=c');
  });

  it('finds samples by words in their code', async () => {
    const { page } = await open(small, '#/samples');
    await page.getByLabel('Search').fill('answer 3 of scripted/pleaser');
    await expect.poll(() => countOf(page)).toMatch(/^[1-6] of 72$/);
  });

  it('leads from a count of the agreement table to its samples', async () => {
    const { page } = await open(small);
    const cell = page.locator('.agreement td.differ a').first();
    const count = await cell.textContent();
    await cell.click();
    await expect.poll(() => countOf(page)).toBe(`${count} of 72`);
  });

  it('opens a sample by its address, with findings under their lines, grades and muted voices', async () => {
    const sample = small.measured.samples.find(
      ({ entry }) =>
        entry.taskId === 'load-settings' && entry.verdicts.some((verdict) => verdict.oracle === 'bandit' && verdict.status === 'fail'),
    );
    const { page } = await open(small, `#/samples?sample=${encodeURIComponent(sample?.entry.id ?? '')}`);
    await page.waitForSelector('.code .line');
    expect(await page.locator('.line[data-line="5"] + .note-line').textContent()).toContain('S506');
    expect(await page.locator('.verdict.muted').textContent()).toContain('muted: does not tell the witnesses of this task apart');
    await page.locator('.transcript summary').first().click();
    await expect.poll(() => page.locator('.transcript pre').first().textContent()).toContain('builds-an-object');
  });

  const withPath = small.measured.samples.find(({ entry }) =>
    entry.verdicts.some((verdict) => verdict.status === 'fail' && verdict.findings.some(({ path }) => path !== undefined)),
  );

  it('numbers the steps of a finding’s path at their lines, and leads from a step to its line', async () => {
    const { page } = await open(small, `#/samples?sample=${encodeURIComponent(withPath?.entry.id ?? '')}`);
    await page.waitForSelector('.path');
    const signs = await page.locator('.line .step-sign').allTextContents();
    expect(signs).toEqual(['A1', 'A2', 'A3']);
    expect(await page.locator('.line[data-line="4"] .step-sign').getAttribute('title')).toBe('the parameter `name` may be anything');
    await page.locator('.path button').first().click();
    await expect.poll(() => page.locator('.line.shown').getAttribute('data-line')).toBe('4');
  });

  it('shows what each fusion rule would say, and of a rule that can’t decide why', async () => {
    const { page } = await open(small);
    expect(await page.locator('.rules tbody tr').count()).toBe(4);
    expect(await page.locator('.rules .in-force th').textContent()).toContain('witnessed-first');
    expect(await page.locator('.rules').textContent()).toContain("can't decide: no calibration");
  });

  it('orders samples by how far their votes differ', async () => {
    const { page } = await open(small, '#/samples?order=disagreement');
    const scores = (await page.locator('.list .dispute').allTextContents()).map((text) => Number(text.replace(/[^\d.]/g, '')));
    expect(scores.length).toBeGreaterThan(3);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('hides verdicts and systems where it is blind, and hands over labels as the command line reads them', async () => {
    const id = withPath?.entry.id ?? '';
    const { page, requests, complaints } = await open(small, `#/samples?order=random&sample=${encodeURIComponent(id)}`);
    await page.locator('.labelling summary').click();
    await page.getByLabel('Your name').fill('Ann');
    await page.getByLabel('Blind').check();
    await page.waitForSelector('.label-buttons');
    for (const told of ['.axes', '.verdicts', '.note-line', '.step-sign', '.sign', '.dispute'])
      expect(await page.locator(told).count()).toBe(0);
    expect((await page.locator('main').innerText()).replace(/answer \d of \S+/, '')).not.toMatch(/scripted|witnessed|ruff/);
    await page.getByRole('textbox', { name: 'Note' }).fill('the name is joined');
    await page.getByRole('button', { name: 'Not secure' }).click();
    await page.getByRole('button', { name: 'Works', exact: true }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download labels' }).click()]);
    expect(file.suggestedFilename()).toBe('labels-2026-01-02-a1b2c3.jsonl');
    const lines = readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\n');
    const common = { entry: id, by: 'Ann', blind: true, drawn: 'random' };
    expect(lines.map((line, at) => labelOf(JSON.parse(line), `line ${at + 1}`))).toEqual([
      { ...common, axis: 'secure', status: 'fail', at: expect.any(String), note: 'the name is joined' },
      { ...common, axis: 'functional', status: 'pass', at: expect.any(String) },
    ]);
    expect({ others: requests.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:')), complaints }).toEqual({
      others: [],
      complaints: [],
    });
  });

  it('never runs code of a sample, and shows it letter by letter', async () => {
    const input = study({ systems: threeSystems, samplesPerTask: 1, firstCode: hostile });
    const { page, requests, complaints } = await open(
      input,
      `#/samples?sample=${encodeURIComponent(input.measured.samples[0]?.entry.id ?? '')}`,
    );
    await page.waitForSelector('.code .line');
    await page.locator('details summary').last().click();
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(await page.locator('.line[data-line="1"] code').textContent()).toBe(hostile.split('\n')[0]);
    expect({ requests: requests.length, complaints }).toEqual({ requests: 1, complaints: [] });
  });

  it('would block markup and scripts even if the page let them in', async () => {
    const { page } = await open(small);
    const tried = await page.evaluate(`(() => {
      try { document.body.innerHTML = '<img src=x onerror="window.ran = 1">'; return 'let in'; } catch (error) { return error.name; }
    })()`);
    expect(tried).toBe('TypeError');
  });

  it('moves through samples with the keyboard', async () => {
    const { page } = await open(small, '#/samples');
    await page.locator('.list').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('.identity').textContent()).toBe(small.measured.samples.at(-1)?.entry.id);
  });

  it('fills the list again after a sample on a narrow screen', async () => {
    const { page } = await open(small, `#/samples?sample=${encodeURIComponent(small.measured.samples[0]?.entry.id ?? '')}`, 400);
    await page.locator('.back').click();
    await expect.poll(() => page.locator('.list li').count()).toBeGreaterThan(12);
  });

  it('changes its colours and remembers them', async () => {
    const { page } = await open(small);
    const paper = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const before = await paper();
    await page.getByLabel('Colours').selectOption('dark');
    await expect.poll(paper).not.toBe(before);
    const dark = await paper();
    await page.reload();
    await page.waitForSelector('main');
    await expect.poll(paper).toBe(dark);
  });

  it('says what is wrong where the file is cut off', async () => {
    const file = join(folder, 'cut.html');
    writeFileSync(file, template);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector('.broken');
    expect(await page.locator('.broken').textContent()).toContain('Make the report again');
  });

  it('loads and scrolls 20,000 samples with few rows in the document', async () => {
    const many = study({ systems: threeSystems, samplesPerTask: 1_112 });
    const rendering = performance.now();
    const size = html({ template, compress }).render(many).length;
    const opening = performance.now();
    const { page, complaints } = await open(many, '#/samples');
    await page.waitForSelector('.list li');
    const opened = performance.now();
    expect(await countOf(page)).toBe('20,016 of 20,016');
    await page.locator('.list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await page.waitForSelector(`.list li[aria-posinset="20016"]`);
    const scrolled = performance.now();
    await page.getByLabel('Search').fill('answer 1111 of scripted/pleaser');
    await expect.poll(() => countOf(page), { timeout: 30_000 }).toMatch(/^[1-6] of 20,016$/);
    const searched = performance.now();
    const rows = await page.locator('.list li').count();
    const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(2);
    console.log(
      `20,016 samples: ${(size / 1e6).toFixed(1)} MB; rendered in ${seconds(rendering, opening)} s, rendered again and opened in ${seconds(opening, opened)} s, scrolled to the end in ${seconds(opened, scrolled)} s, every text searched in ${seconds(scrolled, searched)} s`,
    );
    expect(rows).toBeLessThan(60);
    expect(complaints).toEqual([]);
  });
});
