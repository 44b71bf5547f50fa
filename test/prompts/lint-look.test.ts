import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { loadSuite } from '../../src/datasets/task-folder/load-suite.ts';
import { lintTask } from '../../src/datasets/task-folder/lint-task.ts';
test('look', async () => {
  const suite = await loadSuite('tasks/core');
  let all = '';
  for (const task of suite.tasks) for (const p of await lintTask(task)) all += `${task.id} ${p.language} ${p.style} ${p.wording} ${p.rule} ${p.message}\n`;
  writeFileSync('/tmp/h4/lint.txt', all);
}, 60_000);
