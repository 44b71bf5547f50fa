import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../core/index.ts';
import { taskSchema } from '../datasets/task-folder/schema.ts';
import { configurationJsonSchema } from '../schemas/configuration.ts';
import { packageRoot } from './installation.ts';

/** A JSON Schema by name: `configuration`, `task`, `report`. */
export const schemaOf = async (what: string): Promise<unknown> => {
  if (what === 'configuration') return configurationJsonSchema();
  if (what === 'task') return { $id: 'https://fathom.invalid/schema/task.json', ...z.toJSONSchema(taskSchema, { io: 'input' }) };
  if (what === 'report') return JSON.parse(await readFile(join(packageRoot, 'docs', 'schema', 'report.schema.json'), 'utf8'));
  throw new UserError('unknown-schema', `There is no schema ${JSON.stringify(what)}. There are: configuration, task, report.`);
};
