#!/usr/bin/env node
// Opens the drawn page of a run in Chromium: it has to show what happened, let people filter and
// jump, run nothing that a recording holds, and stay quick with 20,000 events.
//
// Usage: scripts/ci/picture.mjs [FOLDER]     (leaves the screenshots there)

/* global document, getComputedStyle, requestAnimationFrame */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { runSteps } from '../lib/run.mjs';
import { withScratchFolder } from '../lib/scratch.mjs';

const require = createRequire(import.meta.url);
require('../dev-register.cjs');
const { htmlOf } = require('@quorate/simulator/pictures');
const { SAMPLE_RUN } = require('../../packages/simulator/test/pictures/sample-run.ts');

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
);
const LARGE_EVENTS = 20_000;
const MARKUP = '<script>document.title = "broken"</script><img src=x onerror="alert(1)">';
const REPLAY = 'npx quorate simulate --seed 4711';
/** A frame of the large run, on a slow machine that draws without a graphics card. */
const FRAME_LIMIT_MS = 250;

const executablePath = BROWSERS.find((path) => existsSync(path));
if (executablePath === undefined) {
  console.error(`no browser: install one of ${BROWSERS.join(', ')}`);
  process.exit(1);
}

const [kept] = process.argv.slice(2);
if (kept !== undefined) mkdirSync(kept, { recursive: true });
const didPass = kept === undefined ? await withScratchFolder(checkPages) : await checkPages(kept);
if (!didPass) process.exitCode = 1;

async function checkPages(folder) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const open = async (name, html, colorScheme = 'light') => {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1360, height: 1000 } });
    page.setDefaultTimeout(20_000);
    const problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) problems.push(`asks for ${request.url()}`);
    });
    const path = join(folder, `${name}.html`);
    writeFileSync(path, html);
    await page.goto(pathToFileURL(path).href);
    assert.deepEqual(problems, []);
    const shoot = () => page.screenshot({ path: join(folder, `${name}.png`) });
    return { page, problems, shoot };
  };
  try {
    return await runSteps('picture', [
      { name: 'one of everything', run: () => checkSample(open) },
      { name: 'dark', run: () => checkDark(open) },
      { name: 'markup stays text', run: () => checkMarkup(open) },
      { name: `${LARGE_EVENTS} events`, run: () => checkLarge(open) },
    ]);
  } finally {
    await browser.close();
  }
}

/** What the page counts: events shown, events in all, arrows and lines. */
async function countsOf(page) {
  const text = await page.locator('#counts').textContent();
  const [shown, all, arrows, lines] = text.replaceAll(',', '').match(/\d+/g).map(Number);
  return { shown, all, arrows, lines };
}

/** How many pixels of the diagram have the colour that the style sheet gives this name. */
function pixelsOf(page, name) {
  return page.evaluate(async (colour) => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const hex = getComputedStyle(document.documentElement).getPropertyValue(`--${colour}`).trim();
    const wanted = [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));
    const canvas = document.getElementById('diagram');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (wanted.every((value, channel) => data[at + channel] === value)) count += 1;
    }
    return count;
  }, name);
}

async function checkSample(open) {
  const { page, problems, shoot } = await open(
    'sample',
    htmlOf(SAMPLE_RUN, { replayCommand: REPLAY }),
  );
  const all = SAMPLE_RUN.events.length;
  assert.deepEqual(await countsOf(page), { shown: all, all, arrows: 12, lines: 3 });
  assert.equal(await page.locator('#command').textContent(), REPLAY);
  for (const colour of ['voting', 'recovering', 'empty', 'message', 'lost', 'fault']) {
    assert.ok((await pixelsOf(page, colour)) > 20, `nothing is drawn in the colour of ${colour}`);
  }
  await shoot();
  await checkFilters(page, all);
  await checkJumps(page);
  assert.deepEqual(problems, []);
}

async function checkFilters(page, all) {
  await page.getByLabel('hide learned and recover').check();
  const quiet = await countsOf(page);
  assert.deepEqual(quiet, { shown: all - 8, all, arrows: 7, lines: 3 });
  await page.getByLabel('Search').fill('PromiseRequest');
  assert.deepEqual(await countsOf(page), { shown: 6, all, arrows: 3, lines: 3 });
  await page.getByText('Nodes', { exact: true }).click();
  await page.locator('#nodes').getByText('10.0.0.3').click();
  assert.deepEqual(await countsOf(page), { shown: 4, all, arrows: 2, lines: 2 });
  await page.getByText('Messages', { exact: true }).click();
  await page.locator('#names').getByText('PromiseRequest').click();
  assert.equal((await countsOf(page)).shown, 0);
  await page.getByRole('button', { name: 'Show all' }).click();
  assert.equal((await countsOf(page)).shown, all);
}

async function checkJumps(page) {
  const scrollTop = () => page.locator('#scroller').evaluate((element) => element.scrollTop);
  assert.equal(await scrollTop(), 0);
  await page.locator('#violations a').first().click();
  await page.waitForFunction(() => document.getElementById('scroller').scrollTop > 0);
  const details = page.locator('#details');
  assert.match(await details.textContent(), /violation of agreement: position 1/);
  assert.ok((await pixelsOf(page, 'violation')) > 20, 'the violation is not on the screen');
  await page.keyboard.press('Home');
  assert.match(await details.textContent(), /^start/);
  assert.equal(await scrollTop(), 0);
  await page.keyboard.press('n');
  assert.match(await details.textContent(), /agreement/);
  await page.keyboard.press('Escape');
  assert.match(await details.textContent(), /^Point at an event/);
}

async function checkDark(open) {
  const { page, problems, shoot } = await open('dark', htmlOf(SAMPLE_RUN), 'dark');
  await page.locator('#violations a').first().click();
  assert.ok((await pixelsOf(page, 'background')) > 100_000, 'the background is not dark');
  await shoot();
  assert.deepEqual(problems, []);
}

async function checkMarkup(open) {
  const run = {
    ...{ formatVersion: 1, seed: 1, profile: MARKUP, nodes: [MARKUP] },
    events: [
      { timeMs: 0, type: 'start', node: MARKUP, detail: MARKUP },
      { timeMs: 1, type: 'send', id: 1, from: MARKUP, to: MARKUP, name: MARKUP, detail: MARKUP },
      { timeMs: 2, type: 'violation', invariant: MARKUP, text: `${MARKUP}<!--` },
    ],
  };
  const { page, problems } = await open('markup', htmlOf(run, { replayCommand: MARKUP }));
  await page.locator('#violations a').click();
  assert.match(await page.locator('#details').textContent(), /<script>/);
  assert.equal(await page.title(), `${MARKUP}, seed 1`);
  assert.equal(await page.locator('img').count(), 0);
  assert.equal(await page.locator('script').count(), 2);
  assert.deepEqual(problems, []);
}

async function checkLarge(open) {
  const { page, problems, shoot } = await open('large', htmlOf(largeRun()));
  assert.equal((await countsOf(page)).all, LARGE_EVENTS);
  await shoot();
  const slowest = await page.evaluate(async () => {
    const scroller = document.getElementById('scroller');
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const times = [];
    for (let step = 1; step <= 40; step += 1) {
      scroller.scrollTop = (scroller.scrollHeight * step) / 40;
      const begun = performance.now();
      await frame();
      await frame();
      times.push(performance.now() - begun);
    }
    return times.sort((a, b) => a - b)[36];
  });
  assert.ok(slowest < FRAME_LIMIT_MS, `a frame takes ${slowest} ms`);
  const begun = performance.now();
  await page.getByLabel('Search').fill('position 77');
  const filterMs = performance.now() - begun;
  assert.ok((await countsOf(page)).shown < LARGE_EVENTS / 10);
  for (let step = 0; step < 12; step += 1) await page.getByLabel('Zoom out').click();
  assert.deepEqual(problems, []);
  return `two frames in ${slowest.toFixed(0)} ms, filtered in ${filterMs.toFixed(0)} ms`;
}

/** Five replicas that write and learn, with a crash now and then. */
function largeRun() {
  const nodes = [1, 2, 3, 4, 5].map((number) => `log(1)@10.0.0.${number}:5050`);
  const events = [];
  for (let id = 0; events.length < LARGE_EVENTS; id += 1) {
    const timeMs = id * 3;
    const [from, to] = [nodes[id % 5], nodes[(id * 7 + 1) % 5]];
    const name = id % 3 === 0 ? 'LearnedMessage' : 'WriteRequest';
    events.push({ timeMs, type: 'send', id, from, to, name, detail: `position ${id >> 2}` });
    if (id >= 4) events.push({ timeMs: timeMs + 1, type: 'deliver', id: id - 4 });
    if (id % 500 === 499) events.push({ timeMs: timeMs + 2, type: 'crash', node: from });
    if (id % 500 === 20) events.push({ timeMs: timeMs + 2, type: 'start', node: from });
  }
  const profile = 'many writes';
  return { formatVersion: 1, seed: 1, profile, nodes, events: events.slice(0, LARGE_EVENTS) };
}
