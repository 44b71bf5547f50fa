import { afterAll } from 'vitest';
import { javascript } from '../../src/drivers/javascript/javascript.ts';
import { describeDriver } from '../contracts/driver.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_410);
afterAll(() => box.close());

describeDriver('javascript', { create: javascript, sandbox: () => box, extension: 'js', skips: {} });
