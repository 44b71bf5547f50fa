import { afterAll } from 'vitest';
import { go, goToolFolder } from '../../src/drivers/go/go.ts';
import { describeDriver } from '../contracts/driver.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_480, [goToolFolder(process.env)]);
afterAll(() => box.close());

describeDriver('go', { create: go, sandbox: () => box, extension: 'go', skips: {} });
