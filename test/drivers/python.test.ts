import { afterAll } from 'vitest';
import { python } from '../../src/drivers/python/python.ts';
import { describeDriver } from '../contracts/driver.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_400);
afterAll(() => box.close());

describeDriver('python', { create: python, sandbox: () => box, extension: 'py', skips: {} });
