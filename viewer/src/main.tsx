import { render } from 'preact';
import { App } from './app.tsx';
import { readIndex, Texts } from './store.ts';
import './style/top.css';
import './style/base.css';
import './style/dark.css';
import './style/overview.css';
import './style/iceberg.css';
import './style/panels.css';
import './style/tables.css';
import './style/detail.css';
import './style/samples.css';
import './style/code.css';
import './style/labels.css';
import './style/print.css';

const start = async (place: HTMLElement): Promise<void> => {
  const index = await readIndex();
  document.title = `Fathom ${index.summary.manifest.runId}`;
  place.textContent = '';
  render(<App index={index} texts={new Texts(index)} />, place);
};

const place = document.getElementById('page');
if (place !== null) {
  start(place).catch((error: unknown) => {
    place.textContent = `This report could not be read: ${error instanceof Error ? error.message : String(error)}`;
    place.className = 'broken';
  });
}
