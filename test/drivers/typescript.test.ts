import { afterAll } from 'vitest';
import { typescript } from '../../src/drivers/typescript/typescript.ts';
import { describeDriver } from '../contracts/driver.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_470);
afterAll(() => box.close());

describeDriver('typescript', { create: typescript, sandbox: () => box, extension: 'ts', skips: {} });
