import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** FATHOM_CHROMIUM, Debian's place, or the first of the usual names on PATH. */
export const chromiumPath = (): string | undefined => {
  const given = process.env.FATHOM_CHROMIUM;
  const places = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...(given === undefined ? [] : [given]), '/usr/bin/chromium', ...places].find((path) => existsSync(path));
};

export const noChromium = 'no Chromium: neither FATHOM_CHROMIUM nor /usr/bin/chromium nor one on PATH';

/** For pages of our own only: the page under test is a file, and nothing on this machine needs Chromium's own sandbox. */
export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
