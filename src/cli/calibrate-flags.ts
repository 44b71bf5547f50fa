import { type Flag, oracleFlags, planFlags } from './flags.ts';

/** Keys of a plan that choose tasks; the others are about answers of models, of which a calibration has none. */
const choosing = ['suite', 'tasks', 'cwe', 'languages', 'limit', 'seed', 'max-cost'];

/** What `fathom calibrate` shares with the configuration. */
export const calibrateFlags: readonly Flag[] = [...planFlags.filter(({ key }) => choosing.includes(key)), ...oracleFlags];
